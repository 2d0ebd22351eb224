"""What the tests of the guards share: the office's numbers and hosts, and short questions."""

from awareness.lib.guards import Find, FindWeight, find_all

from .corpus import PASSES

NUMBERS = ["110", "96110", "12381", "95588", "010-66010001", "400-123-4567"]
HOSTS = ["gov.cn", "12321.cn", "www.example-bank.cn"]


def found(text: str, language: str = "zh-hans") -> list[Find]:
    return find_all(text, language, NUMBERS, HOSTS)


def blocked(text: str, language: str = "zh-hans") -> list[tuple[str, str]]:
    """(kind, place) of what blocks in TEXT."""
    finds = found(text, language)
    return [(find.kind, find.text) for find in finds if find.weight is FindWeight.BLOCK]


def warned(text: str, language: str = "zh-hans") -> list[tuple[str, str]]:
    finds = found(text, language)
    return [(find.kind, find.text) for find in finds if find.weight is FindWeight.WARN]


def remedied(text: str, language: str = "zh-hans") -> str:
    """TEXT after one tap on every remedy."""
    for find in reversed(found(text, language)):
        if find.remedy is not None:
            text = text[: find.start] + find.remedy + text[find.end :]
    return text


def wrong(kind: str, marked: str) -> str:
    """What the guards see instead of KIND in the sentence MARKED; '' if they agree."""
    text = marked.replace("【", "").replace("】", "")
    seen, kinds = text, set()
    for find in reversed(found(text)):
        seen = f"{seen[: find.start]}【{find.text}】{seen[find.end :]}"
        kinds.add(find.kind + ("?" if find.weight is FindWeight.WARN else ""))
    right = seen == marked and kinds == {kind} - {PASSES}
    return "" if right else f"{marked}: {' '.join(sorted(kinds)) or PASSES} {seen}"
