"""Who issued a sheet, as its code tells it after the office has changed."""

from awareness.office import number_changes
from awareness.office.models import Office
from awareness.office.roles import Role
from awareness.sheets.code import code_of, issue_of
from awareness.sheets.subjects import Shape, SubjectKind, find_subject
from tests.make import a_staff_member

from .codes import heading, main_part, shown


def test_a_sheet_is_of_its_own_office_or_of_the_main_one_if_it_names_none(visitor):
    other = Office.objects.create(slug="other", name_zh_hans="另一个单位", phone="0571-87000001")
    code = code_of(issue_of(Shape.A4, "zh-hans", "", other, [find_subject(SubjectKind.RULES)]))
    assert "另一个单位" in main_part(shown(visitor, code))
    code = code_of(issue_of(Shape.A4, "zh-hans", "", None, [find_subject(SubjectKind.RULES)]))
    assert Office.objects.get(is_main=True).name_zh_hans in main_part(shown(visitor, code))


def test_older_paper_may_bear_the_phone_and_the_name_that_its_office_had_then(visitor, desk):
    office = Office.objects.create(slug="other", name_zh_hans="河边街道办", phone="0571-87000001")
    code = code_of(issue_of(Shape.A4, "zh-hans", "", office, [find_subject(SubjectKind.RULES)]))
    asked = number_changes.request_change(
        row=office,
        number="0571-87000002",
        how="打过。",
        by=a_staff_member(role=Role.EDITOR, office=office),
    )
    number_changes.confirm(
        change=asked, by=a_staff_member("second", role=Role.REVIEWER, office=office)
    )
    desk.post(f"/admin/office/office/{office.pk}/change/", office_form(office, "河边新街道办"))
    said = main_part(shown(visitor, code))
    assert 'href="tel:0571-87000002"' in said and "河边新街道办" in said
    assert "印得早的写着0571-87000001，已经换了，打新的" in said
    assert "印得早的写着河边街道办<" in said.replace("</dd>", "<")
    assert 'href="tel:0571-87000001"' not in said


def office_form(office, name):
    return {"name_zh_hans": name, "slug": office.slug}


def test_paper_of_an_office_that_is_gone_is_ours_and_not_to_be_used(visitor, desk):
    desk.post("/admin/office/office/add/", {"name_zh_hans": "河边街道办", "slug": "river"})
    office = Office.objects.get(slug="river")
    code = code_of(issue_of(Shape.A4, "zh-hans", "", office, [find_subject(SubjectKind.RULES)]))
    desk.post(f"/admin/office/office/{office.pk}/delete/", {"post": "yes"})
    assert not Office.objects.filter(slug="river").exists()
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经撤回"
    assert "河边街道办" in main_part(html)
    assert "单位已经不在本站了" in main_part(html)
