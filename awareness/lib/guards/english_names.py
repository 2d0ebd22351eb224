"""Full Chinese names in English reports: Mr. Wang Xiaoming, victim Li Jianguo."""

import re
from collections.abc import Iterator

from awareness.lib.guards.chinese_names import FULL_NAME
from awareness.lib.guards.find import Find
from awareness.lib.guards.reading import FoldedText
from awareness.lib.guards.wordlists import word_list

_SURNAMES = word_list("pinyin_surnames")
_SYLLABLE = (
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|[aeiouv])"
    "|ang|ai|an|ao|en|er|[aeo])"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.I)
_WORD = "[A-Z](?:[a-z]{1,14}|[A-Z]{1,14})"
_WHO = (
    "(?i:mr|mrs|ms|miss|dr|madam|victim|resident|suspect|complainant|customer|depositor|villager|pensioner|officer"
    "|named|called|name|full name|account holder|payee|contact)"
)
_WHO_IN_CHINESE = (
    "(?:受害人|受害者|被害人|事主|居民|市民|村民|老人|客户|储户|女士|先生|姓名|户名|收款人|名叫)"
)
_NAMED = re.compile(
    rf"(?:(?<![A-Za-z]){_WHO}[.:]?,? |{_WHO_IN_CHINESE}[:是为]? ?)(?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+| {_WORD})?))"
)
_AGED = re.compile(
    rf"(?<![A-Za-z])(?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+)?))"
    r"(?=,? ?\(?(?:who is |is |was |an? )?(?:male|female|aged|[0-9]{2},|[0-9]{2}\)|[0-9]{1,3}[ -]years?))"
)
_AFTER_AGE = re.compile(
    rf"[0-9]{{1,3}}[ -]years?[ -]old(?: [a-z]{{1,20}}){{0,3}},? (?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+| {_WORD})?))"
)
# What somebody in a report does or suffers; the name opens the sentence or follows a small word.
_DOES = re.compile(
    rf"(?<![A-Za-z])(?P<name>(?P<first>{_WORD}) (?P<second>{_WORD}(?:['’-][A-Za-z][a-z]+)?))"
    r"(?= (?:has |had |then |was )?(?:lost|losing|received|got|transferred|paid|sent|said|told|called|reported|realised|realized"
    r"|clicked|downloaded|scammed|cheated|defrauded|contacted|tricked|answered|believed|handed)\b)"
)
_PLACES = frozenset({"Hong Kong", "Xi An"})


def find_english_names(reading: FoldedText) -> Iterator[Find]:
    """Names whose every syllable is pinyin; the remedy keeps the surname: Wang Xiaoming → Wang."""
    for pattern in (_NAMED, _AGED, _AFTER_AGE, _DOES):
        for place in pattern.finditer(reading.text):
            words = place["name"].split(" ")
            while len(words) > 2 and not _GIVEN.fullmatch(words[-1]):
                words.pop()
            surname = _surname(words)
            if surname and " ".join(words) not in _PLACES:
                start = place.start("name")
                yield reading.find(FULL_NAME, start, start + len(" ".join(words)), surname)


def _surname(words: list[str]) -> str | None:
    """The surname among WORDS, which stands first or, in the Western order, last."""
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if surname.capitalize() in _SURNAMES and all(_GIVEN.fullmatch(word) for word in given):
            return surname
    return None
