"""Full Chinese names in English reports: Mr. Wang Xiaoming, victim Li Jianguo."""

import re
from collections.abc import Iterator

from awareness.lib.guards.chinese_names import FULL_NAME
from awareness.lib.guards.find import Find
from awareness.lib.guards.reading import Reading
from awareness.lib.guards.wordlists import words

_SURNAMES = words("pinyin_surnames")
_SYLLABLE = (
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])"
    "|ang|ai|an|ao|en|er|[aeo])"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.I)
_WORD = "[A-Z][a-z]+"
_WHO = (
    "(?i:mr|mrs|ms|miss|dr|madam|victim|resident|suspect|complainant|customer|depositor|villager|pensioner|officer"
    "|named|called|name|full name|account holder|payee|contact)"
)
_NAMED = re.compile(
    rf"(?<![A-Za-z]){_WHO}[.:]?,? (?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+| {_WORD})?))"
)
_AGED = re.compile(
    rf"(?<![A-Za-z])(?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+)?))"
    r"(?=,? ?\(?(?:male|female|aged|[0-9]{2},|[0-9]{2}\)|[0-9]{1,3}[ -]years?))"
)


def find_english_names(reading: Reading) -> Iterator[Find]:
    """Names whose every syllable is pinyin; the remedy keeps the surname: Wang Xiaoming → Wang."""
    for pattern in (_NAMED, _AGED):
        for place in pattern.finditer(reading.text):
            words = place["name"].split(" ")
            while len(words) > 2 and not _GIVEN.fullmatch(words[-1]):
                words.pop()
            surname = _surname(words)
            if surname:
                start = place.start("name")
                yield reading.find(FULL_NAME, start, start + len(" ".join(words)), surname)


def _surname(words: list[str]) -> str | None:
    """The surname among WORDS, which stands first or, in the Western order, last."""
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if surname in _SURNAMES and all(_GIVEN.fullmatch(word) for word in given):
            return surname
    return None
