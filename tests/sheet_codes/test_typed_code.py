"""Codes as they are typed: forgivingly, with a slip, and such as we never issued."""

import pytest
from django.conf import settings

from awareness.guide.models import ScamType
from awareness.lib.codes.sheet_code import Numbers, encode_numbers
from awareness.office.models import Office
from awareness.sheets.code import grouped
from awareness.sheets.subjects import SubjectKind, find_subject

from .codes import LANGUAGES, a_code, any_code, heading, main_part, shown


@pytest.mark.parametrize(
    "change", [str.lower, grouped, lambda code: f" {grouped(code)} ", lambda code: "－".join(code)]
)
def test_a_code_typed_forgivingly_leads_to_its_page(visitor, change):
    code = a_code(find_subject(SubjectKind.RULES))
    direct = visitor.get(f"/s/{change(code)}/")
    assert (direct.status_code, direct.url) == (301, f"/s/{code}/")
    typed = visitor.get("/s/", {"code": change(code), "size": "large"})
    assert (typed.status_code, typed.url) == (302, f"/s/{code}/?size=large")


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_slip_keeps_what_was_typed_and_names_no_other_code(visitor, prefix):
    code = a_code(find_subject(SubjectKind.RULES))
    wrong = grouped(("Z" if code[0] != "Z" else "Y") + code[1:])
    for response in (
        visitor.get(f"{prefix}/s/", {"code": wrong}),
        visitor.get(f"{prefix}/s/{wrong}/"),
    ):
        html = response.content.decode()
        assert response.status_code == 404
        assert f'value="{wrong}"' in html
        assert code not in html and grouped(code) not in html
        assert 'href="tel:96110"' in main_part(html)


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_code_that_we_never_issued_sends_to_both_hotlines(visitor, prefix):
    forged = encode_numbers(Numbers(0, 0, 1, ((0, 3, 1),)), "somebody else's key")
    assert visitor.get(f"{prefix}/s/", {"code": forged}).url == f"{prefix}/s/{forged}/"
    response = visitor.get(f"{prefix}/s/{forged}/")
    html = main_part(response.content.decode())
    assert response.status_code == 404
    assert 'href="tel:96110"' in html and 'href="tel:110"' in html
    assert grouped(forged) in html


def test_numbers_of_no_kind_or_language_of_ours_are_not_ours(visitor):
    for numbers in (
        Numbers(7, 0, 1, ((0, 3, 1),)),
        Numbers(0, 15, 1, ((0, 3, 1),)),
        Numbers(0, 0, 1, ((15, 3, 1),)),
    ):
        code = encode_numbers(numbers, settings.SHEET_KEY)
        response = visitor.get(f"/s/{code}/")
        assert response.status_code == 404
        assert "不是我们发的" in response.content.decode()


def test_what_we_could_never_have_printed_is_not_ours(visitor):
    pk = ScamType.objects.get(slug="fake-prize").pk
    once = (SubjectKind.SCAM, pk, 1)
    others = [(SubjectKind.SCAM, one.pk, 1) for one in ScamType.objects.live()[:4]]
    for code in (
        any_code((SubjectKind.SCAM, pk, 2)),
        any_code((SubjectKind.SCAM, pk, 0)),
        any_code((SubjectKind.SCAM, 2**31, 1)),
        any_code((SubjectKind.SCAM, 2**64, 1)),
        any_code((SubjectKind.SCAM, 0, 1)),
        any_code((SubjectKind.FAMILY, 0, 2)),
        any_code((SubjectKind.RULES, 7, 1)),
        any_code((SubjectKind.RULES, 0, 400)),
        any_code(once, once),
        any_code(*others),
        any_code(once, office=Office.objects.order_by("pk").last().pk + 1),
        any_code(once, office=2**64),
    ):
        response = visitor.get(f"/s/{code}/")
        assert response.status_code == 404
        assert "不是我们发的" in response.content.decode()
    assert heading(shown(visitor, any_code(once))) == "是我们发的，现在有效"


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_an_endless_code_is_a_slip_and_is_not_repeated_whole(visitor, prefix):
    visitor.get(f"{prefix}/s/")
    for path in (f"{prefix}/s/{'1' * 8000}/", f"{prefix}/s/?code={'1' * 8000}"):
        response = visitor.get(path)
        html = response.content.decode()
        assert response.status_code == 404
        assert f'value="{"1" * 40}"' in html
        assert "1" * 41 not in html


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "'\"", "编" * 5000, "%00", "../", "0" * 31]
)
def test_nonsense_is_answered_in_words(visitor, typed):
    response = visitor.get("/s/", {"code": typed})
    assert response.status_code == 404
    assert "请对着单子" in response.content.decode()
    assert "<script>alert" not in response.content.decode()


def test_an_empty_form_is_the_form_again(visitor):
    for response in (visitor.get("/s/"), visitor.get("/s/", {"code": "  "})):
        assert response.status_code == 200
        assert 'name="code"' in response.content.decode()
