"""What stands on paper in a code: the numbers of kinds and languages, and what was ever issued."""

import pytest
from django.conf import settings

from awareness.lib.codes.sheet_code import Numbers, decode_numbers, encode_numbers
from awareness.office.models import Office
from awareness.sheets.code import (
    Issue,
    NotOurs,
    code_of,
    full_address,
    issue_of,
    read_sheet_code,
    short_address,
)
from awareness.sheets.subjects import Shape, SubjectKind, find_subject

ON_PAPER = {
    0: ("scam", 5),
    1: ("case", 5),
    2: ("warning", 5),
    3: ("situation", 5),
    4: ("audience", 5),
    5: ("rules", 0),
    6: ("quiz", 5),
    7: ("family", 0),
}
SPOKEN = {
    0: ("zh-hans", ""),
    1: ("zh-hant", ""),
    2: ("en", ""),
    3: ("zh-hans", "zh-hant"),
    4: ("zh-hans", "en"),
    5: ("zh-hant", "zh-hans"),
    6: ("zh-hant", "en"),
    7: ("en", "zh-hans"),
    8: ("en", "zh-hant"),
}
MOST = 2**31 - 1


def read(*subjects, form=0, languages=0, office=0):
    numbers = Numbers(form, languages, office, subjects)
    return read_sheet_code(encode_numbers(numbers, settings.SHEET_KEY))


@pytest.mark.parametrize(("number", "kind"), ON_PAPER.items())
def test_a_kind_keeps_its_number_on_paper(number, kind):
    name, row = kind
    assert read((number, row, 1)).subjects == ((SubjectKind(name), row, 1),)
    code = code_of(Issue(Shape.A4, "zh-hans", "", 0, ((SubjectKind(name), row, 1),)))
    assert decode_numbers(code, [settings.SHEET_KEY]).subjects == ((number, row, 1),)


@pytest.mark.parametrize(("number", "spoken"), SPOKEN.items())
def test_a_pair_of_languages_keeps_its_number_on_paper(number, spoken):
    issue = read((0, 5, 1), languages=number)
    assert (issue.language, issue.second) == spoken
    code = code_of(Issue(Shape.A4, *spoken, 0, ((SubjectKind.SCAM, 5, 1),)))
    assert decode_numbers(code, [settings.SHEET_KEY]).languages == number


@pytest.mark.parametrize("row", [0, 5])
def test_a_number_that_no_kind_has_is_not_ours(row):
    with pytest.raises(NotOurs):
        read((15, row, 1))


@pytest.mark.parametrize("number", range(9, 16))
def test_a_number_that_no_language_has_is_not_ours(number):
    with pytest.raises(NotOurs):
        read((0, 5, 1), languages=number)


def test_a_sheet_has_three_subjects_at_most_and_none_twice():
    three = [(0, 5, 1), (0, 6, 1), (1, 5, 1)]
    assert len(read(*three).subjects) == 3
    for subjects in ([*three, (2, 5, 1)], [(0, 5, 1), (0, 5, 2)]):
        with pytest.raises(NotOurs):
            read(*subjects)


@pytest.mark.parametrize("place", range(3))
def test_no_office_row_or_version_of_ours_has_a_number_beyond_the_largest(place):
    office, row, version = (MOST if place == one else 1 for one in range(3))
    assert read((0, row, version), office=office).office == office
    office, row, version = (MOST + 1 if place == one else 1 for one in range(3))
    with pytest.raises(NotOurs):
        read((0, row, version), office=office)


@pytest.mark.parametrize("subject", [(0, 5, 0), (0, 0, 1), (5, 5, 1), (7, 1, 1)])
def test_a_version_that_nobody_counts_or_a_row_where_none_belongs_is_not_ours(subject):
    with pytest.raises(NotOurs):
        read(subject)
    with pytest.raises(NotOurs):
        read((3, 8, 1), subject)


def test_an_earlier_key_still_reads_and_the_present_one_writes(settings):
    settings.SHEET_KEY_OLD = ["earlier"]
    numbers = Numbers(0, 0, 0, ((0, 5, 1),))
    assert read_sheet_code(encode_numbers(numbers, "earlier")) == read((0, 5, 1))
    assert code_of(read((0, 5, 1))) == encode_numbers(numbers, settings.SHEET_KEY)


def test_what_is_printed_names_its_office_its_rows_and_their_versions(db):
    office = Office.objects.get(is_main=True)
    scam, rules = find_subject(SubjectKind.SCAM, "fake-prize"), find_subject(SubjectKind.RULES)
    issue = issue_of(Shape.A4, "en", "zh-hans", office, [scam, rules])
    assert (issue.form, issue.language, issue.second, issue.office) == (
        Shape.A4,
        "en",
        "zh-hans",
        office.pk,
    )
    assert issue.subjects == (
        (SubjectKind.SCAM, scam.row.pk, scam.number),
        (SubjectKind.RULES, 0, rules.number),
    )
    assert issue_of(Shape.A4, "en", "", None, [rules]).office == 0
    assert read_sheet_code(code_of(issue)) == issue


def test_the_address_on_paper_is_the_short_one_if_there_is_one(settings):
    settings.SITE_URL, settings.SHORT_URL = "https://fangpian.example", ""
    assert short_address("00GD") == "fangpian.example/s/00GD"
    assert full_address("00GD") == "https://fangpian.example/s/00GD/"
    settings.SHORT_URL = "http://fp.example"
    assert short_address("00GD") == "fp.example/s/00GD"
    assert full_address("00GD") == "http://fp.example/s/00GD/"
