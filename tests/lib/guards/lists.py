"""The words that the guards' modules hold in lists: alternatives and Han signs of a regular
expression, entries of a list or set, signs of a set; and each module without one of them."""

import ast
import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GUARDS = Path(__file__).parents[3] / "awareness/lib/guards"
NO_WORDS = {"__all__", "_TWINS"}
Sign = str | ast.FormattedValue
HEADS = re.compile(r"\?(?:<[=!]|P<\w+>|-?i:|[:=!])")


@dataclass(frozen=True)
class Listed:
    """WORD of the list NAME. Without it NEW stands where OLD does: in FIELD of PARENT, at PLACE."""

    name: str
    word: str
    parent: ast.AST
    field: str
    place: int | None
    old: ast.AST
    new: ast.AST


def words_of(tree: ast.Module) -> list[Listed]:
    """The words of all lists at the top of TREE, without those that are patterns themselves."""
    return [
        one
        for statement in tree.body
        if isinstance(statement, ast.Assign)
        for one in _in(ast.unparse(statement.targets[0]), statement, "value", None)
        if _is_word(one.word) and one.name not in NO_WORDS
    ]


def _is_word(word: str) -> bool:
    letters = re.sub(r"\\[a-z]", "", word)
    return not set("([{") & set(word) and any(sign.isalpha() for sign in letters)


def _in(name: str, parent: ast.AST, field: str, place: int | None) -> Iterator[Listed]:
    value = getattr(parent, field)
    node = value if place is None else value[place]
    match node:
        case ast.Call(func=ast.Name(id="GuardRule")):
            pass  # words for staff
        case ast.Call(func=ast.Name(id="frozenset"), args=[ast.Constant(value=str(signs)) as old]):
            for at, sign in enumerate(signs):
                left = ast.Constant(signs[:at] + signs[at + 1 :])
                yield Listed(name, sign, node, "args", 0, old, left)
        case ast.Constant(value=str()) | ast.JoinedStr():
            signs = _signs(node)
            for start, end, cut in _pieces(signs):
                left = _text([*signs[: cut.start], *signs[cut.stop :]])
                yield Listed(name, _read(signs[start:end]), parent, field, place, node, left)
        case ast.List(elts=words) | ast.Set(elts=words) if words and all(map(_is_text, words)):
            for at, word in enumerate(words):
                left = copy.copy(node)
                left.elts = words[:at] + words[at + 1 :]
                yield Listed(name, word.value, parent, field, place, node, left)
        case ast.AST():
            for inner, held in ast.iter_fields(node):
                for at, child in enumerate(held) if isinstance(held, list) else [(None, held)]:
                    if isinstance(child, ast.AST):
                        yield from _in(name, node, inner, at)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _signs(node: ast.Constant | ast.JoinedStr) -> list[Sign]:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return [sign for one in parts for sign in (one.value if _is_text(one) else [one])]


def _text(signs: Sequence[Sign]) -> ast.JoinedStr:
    return ast.JoinedStr([ast.Constant(one) if isinstance(one, str) else one for one in signs])


def _read(signs: Sequence[Sign]) -> str:
    return "".join(
        one if isinstance(one, str) else f"{{{ast.unparse(one.value)}}}" for one in signs
    )


def _pieces(signs: Sequence[Sign]) -> Iterator[tuple[int, int, slice]]:
    """(start, end, what to cut) of each alternative, and of each Han sign of a class, in SIGNS."""
    groups, at = [[0]], 0  # where the alternatives of each open group start
    while at < len(signs):
        sign = signs[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            end = _class_ends(signs, at)
            yield from _of_class(signs, at, end)
            at = end
        elif sign == "(":
            groups.append([_after_head(signs, at + 1)])
        elif sign == "|":
            groups[-1].append(at + 1)
        elif sign == ")" and len(groups) > 1:
            yield from _alternatives(groups.pop(), at)
        at += 1
    yield from _alternatives(groups[0], len(signs))


def _alternatives(starts: list[int], end: int) -> Iterator[tuple[int, int, slice]]:
    ends = [*(start - 1 for start in starts[1:]), end]
    for number, (start, stop) in enumerate(zip(starts, ends, strict=True)):
        if stop > start and len(starts) > 1:
            yield start, stop, slice(start - 1, stop) if number else slice(start, stop + 1)


def _class_ends(signs: Sequence[Sign], at: int) -> int:
    end = at + 1 + (signs[at + 1] == "^")
    end += signs[end] == "]"
    while signs[end] != "]":
        end += 1 + (signs[end] == "\\")
    return end


def _of_class(signs: Sequence[Sign], start: int, end: int) -> Iterator[tuple[int, int, slice]]:
    words = [at for at in range(start + 1, end) if _is_han(signs[at])]
    if len(words) > 1 and not any(signs[at + 1] == "-" for at in words):
        for at in words:
            yield at, at + 1, slice(at, at + 1)


def _is_han(sign: Sign) -> bool:
    return isinstance(sign, str) and "\u3400" <= sign <= "\u9fff"


def _after_head(signs: Sequence[Sign], at: int) -> int:
    """Where the first alternative of a group starts, which opened before AT: after ?:, ?<! …"""
    text = "".join(one if isinstance(one, str) else "\0" for one in signs[at : at + 30])
    head = HEADS.match(text)
    return at + len(head[0]) if head else at
