"""A hotline's number or an office's phone changes only when a second person confirms it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.guide.models import ScamType
from awareness.lib.text.phone import digits
from awareness.office import notices, number_changes
from awareness.office.models import Hotline, NumberChange, Office
from awareness.office.number_people import waiting_for
from awareness.office.roles import Role
from awareness.publishing import changes
from awareness.publishing.versions import versions_of
from tests.browser.server import OFFICE_PHONE
from tests.make import a_staff_member, come_in, form_values

NOON = datetime(2026, 12, 1, 4, tzinfo=UTC)


@pytest.fixture
def police(db):
    return Hotline.objects.get(slug="110")


@pytest.fixture
def main_office(db):
    return Office.objects.get(is_main=True)


@pytest.fixture
def branch(db):
    return Office.objects.create(slug="branch", name_zh_hans="河口派出所", phone="0999-7654321")


@pytest.fixture
def editor(db):
    return a_staff_member("editor", role=Role.EDITOR)


@pytest.fixture
def reviewer(db):
    return a_staff_member("reviewer", role=Role.REVIEWER)


def asked(row, by, number="998", **more):
    return number_changes.request_change(
        row=row, number=number, how="打过，接通了。", by=by, **more
    )


def page_of(change):
    return reverse("admin:office_number_change", args=[change.pk])


def in_as(staff):
    return come_in(Client(), staff)


# Who may open what. Columns: editor, reviewer, administrator, auditor.
ROLES = [Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR, Role.AUDITOR]
OPEN, SHUT = 200, 403
TABLE = {
    ("office_hotline_changelist", None): [OPEN, OPEN, OPEN, OPEN],
    ("office_hotline_change", "police"): [OPEN, OPEN, OPEN, OPEN],
    ("office_hotline_delete", "police"): [SHUT, SHUT, SHUT, SHUT],
    ("office_hotline_add", None): [OPEN, OPEN, OPEN, SHUT],
    ("office_hotline_number", "police"): [OPEN, OPEN, OPEN, SHUT],
    ("office_hotline_checked", "police"): [SHUT, OPEN, OPEN, SHUT],
    ("office_office_number", "main_office"): [OPEN, OPEN, OPEN, SHUT],
    ("office_office_checked", "main_office"): [SHUT, OPEN, OPEN, SHUT],
    ("office_office_number", "branch"): [SHUT, SHUT, OPEN, SHUT],
    ("office_office_checked", "branch"): [SHUT, SHUT, OPEN, SHUT],
    ("office_number_change", "change"): [OPEN, OPEN, OPEN, OPEN],
}


@pytest.fixture
def change(police):
    return asked(Hotline.objects.get(slug="12321"), a_staff_member(role=Role.EDITOR), "12381")


@pytest.mark.parametrize(("name", "row"), TABLE)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_pages_and_no_others(name, row, role, request):
    args = [request.getfixturevalue(row).pk] if row else []
    if not row:
        request.getfixturevalue("db")
    browser = in_as(a_staff_member(role=role))
    answer = browser.get(reverse(f"admin:{name}", args=args))
    assert answer.status_code == TABLE[name, row][ROLES.index(role)]


@pytest.mark.parametrize("role", ROLES)
def test_only_reviewers_and_administrators_confirm(change, role):
    answer = in_as(a_staff_member(role=role)).post(page_of(change), {"deed": "confirm"})
    change.refresh_from_db()
    assert (answer.status_code, bool(change.confirmed_at)) == (
        (302, True) if role in {Role.REVIEWER, Role.ADMINISTRATOR} else (403, False)
    )


def test_a_stranger_is_asked_to_log_in(change, visitor):
    assert visitor.post(page_of(change), {"deed": "confirm"}).url.startswith("/admin/login/")


def test_a_change_goes_from_the_form_of_one_to_every_page_by_another(
    editor, reviewer, police, visitor
):
    form = {"number": " ９９８ ", "how": "官网“联系我们”页写着。"}
    sent = in_as(editor).post(reverse("admin:office_hotline_number", args=[police.pk]), form)
    change = NumberChange.objects.get()
    assert sent.url == page_of(change)
    assert "tel:998" not in visitor.get("/").content.decode()
    shown = in_as(reviewer).get(page_of(change)).content.decode()
    assert "一一零" in shown and "九九八" in shown and form["how"] in shown
    assert in_as(reviewer).post(page_of(change), {"deed": "confirm"}).status_code == 302
    changes.forget_all()
    for path in ["/", "/emergency/", "/zh-hant/rules/", "/en/scams/impersonating-authorities/"]:
        assert "tel:998" in visitor.get(path).content.decode()
    police.refresh_from_db()
    assert (police.spoken_zh_hant, police.spoken_en) == ("九九八", "nine nine eight")
    assert police.source == form["how"]


def test_the_day_of_the_confirmation_is_shown_to_residents(editor, reviewer, police, visitor):
    number_changes.confirm(change=asked(police, editor), by=reviewer, at=NOON)
    changes.forget_all()
    assert "号码核对于2026年12月1日" in visitor.get("/about/").content.decode()


def test_an_offices_phone_changes_the_same_way_and_shows_its_day(
    editor, reviewer, main_office, visitor
):
    change = asked(main_office, editor, "0999-1234567")
    number_changes.confirm(change=change, by=reviewer, at=NOON)
    changes.forget_all()
    page = visitor.get("/about/").content.decode()
    assert "tel:0999-1234567" in page and f"tel:{OFFICE_PHONE}" not in page
    assert page.index("tel:0999-1234567") < page.index("号码核对于2026年12月1日")


def test_nobody_confirms_what_they_asked_for_themselves(police):
    boss = a_staff_member(role=Role.ADMINISTRATOR)
    change = asked(police, boss)
    page = in_as(boss).get(page_of(change)).content.decode()
    assert "收回申请" in page and "确认换上" not in page
    for deed, more in [("confirm", {}), ("refuse", {"reason": "不对。"})]:
        assert in_as(boss).post(page_of(change), {"deed": deed} | more).status_code == 403
    with pytest.raises(PermissionDenied):
        number_changes.confirm(change=change, by=boss)
    police.refresh_from_db()
    assert police.number == "110"


def refused_by_the_database(change, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberChange.objects.filter(pk=change.pk).update(**values)
    return True


def test_the_database_refuses_what_the_desk_never_writes(police, editor, reviewer):
    change, now = asked(police, editor), timezone.now()
    confirmed = {"confirmed_at": now, "confirmed_by": reviewer}
    refused = {"refused_at": now, "refused_by": reviewer, "refused_reason": "不对。"}
    assert refused_by_the_database(change, confirmed_at=now, confirmed_by=editor)
    assert refused_by_the_database(change, confirmed_at=now)
    assert refused_by_the_database(change, refused_at=now, refused_by=reviewer)
    assert refused_by_the_database(change, **confirmed, **refused)
    assert refused_by_the_database(change, how="")
    assert refused_by_the_database(change, hotline=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberChange.objects.create(
            kind="number", hotline=police, old="110", new="997", how="打过。",
            asked_by=reviewer, asked_at=now,
        )  # fmt: skip


def test_of_two_who_confirm_at_once_one_is_told_it_is_done(police, editor, reviewer):
    change = asked(police, editor)
    stale = NumberChange.objects.get(pk=change.pk)
    number_changes.confirm(change=change, by=reviewer)
    with pytest.raises(ValidationError, match="这个申请已经办过了：已换上"):
        number_changes.confirm(change=stale, by=a_staff_member(role=Role.ADMINISTRATOR))
    late = in_as(a_staff_member(role=Role.REVIEWER)).post(page_of(change), {"deed": "confirm"})
    assert (late.status_code, "这个申请已经办过了" in late.content.decode()) == (409, True)
    assert AuditEntry.objects.filter(verb=AuditAction.NUMBER_CONFIRMED).count() == 1


def test_a_request_older_than_the_number_itself_is_not_confirmed(police, editor, reviewer):
    change = asked(police, editor)
    Hotline.objects.filter(pk=police.pk).update(number="119")
    answer = in_as(reviewer).post(page_of(change), {"deed": "confirm"})
    assert answer.status_code == 409
    assert "申请以后号码已经变了，现在是119" in answer.content.decode()
    police.refresh_from_db()
    assert police.number == "119"


def test_refusing_needs_a_reason_and_leaves_the_number(police, editor, reviewer):
    change, browser = asked(police, editor), in_as(reviewer)
    empty = browser.post(page_of(change), {"deed": "refuse", "reason": ""})
    assert (empty.status_code, "请写一句原因" in empty.content.decode()) == (400, True)
    browser.post(page_of(change), {"deed": "refuse", "reason": "打过去是别家。"})
    assert "打过去是别家。" in in_as(editor).get(page_of(change)).content.decode()
    police.refresh_from_db()
    assert police.number == "110"
    assert asked(police, editor, "997").is_waiting


def test_who_asked_can_take_it_back_and_nobody_else(police, editor, reviewer):
    change = asked(police, editor)
    assert in_as(reviewer).post(page_of(change), {"deed": "take_back"}).status_code == 403
    assert in_as(editor).post(page_of(change), {"deed": "take_back"}).status_code == 302
    change.refresh_from_db()
    assert change.outcome == "自己收回"


def test_a_number_that_another_line_has_is_pointed_out(police, editor, reviewer):
    change = asked(police, editor, "96110")
    assert (
        "表里已经有这个号码：96110 反诈预警专号"
        in in_as(reviewer).get(page_of(change)).content.decode()
    )


def test_a_second_request_for_the_same_number_leads_to_the_first(police, editor, reviewer):
    change = asked(police, editor)
    url = reverse("admin:office_hotline_number", args=[police.pk])
    assert in_as(reviewer).get(url).url == page_of(change)
    with pytest.raises(ValidationError, match="已经有一个申请"):
        asked(police, reviewer, "997")


def test_what_was_typed_for_a_number_that_is_asked_for_already_stays(police, editor, reviewer):
    url = reverse("admin:office_hotline_number", args=[police.pk])
    change = asked(police, editor)
    typed = {"number": "997", "how": "打过三次，都接通了。", "spoken": "九九七"}
    late = in_as(reviewer).post(url, typed)
    page = late.content.decode()
    assert late.status_code == 409
    assert "这个号码已经有" in page and page_of(change) in page
    assert all(f'value="{value}"' in page for value in typed.values())
    assert NumberChange.objects.get() == change
    number_changes.refuse(change=change, by=reviewer, reason="不对。")
    assert in_as(reviewer).post(url, typed).status_code == 302


def test_asking_twice_with_the_same_words_leads_to_the_one_request(police, editor):
    url = reverse("admin:office_hotline_number", args=[police.pk])
    client, typed = in_as(editor), {"number": "997", "how": "打过三次，都接通了。"}
    assert client.post(url, typed).url == client.post(url, typed).url
    assert NumberChange.objects.count() == 1


def test_of_two_who_refuse_the_second_gets_the_reason_back(police, editor, reviewer):
    change, reason = asked(police, editor), "打过去是另一家单位，接的人说号码早换了。"
    other = in_as(a_staff_member(role=Role.REVIEWER))
    number_changes.refuse(change=change, by=reviewer, reason="不对。")
    late = other.post(page_of(change), {"deed": "refuse", "reason": reason})
    page = late.content.decode()
    assert late.status_code == 409
    assert "这个申请已经办过了：没同意。" in page
    assert f"readonly>{reason}</textarea>" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number": ""}, "请填新号码。"),
        ({"number": "打110"}, "号码只写数字"),
        ({"number": "110"}, "新号码和现在的一样"),
        ({"number": "１ １ 0"}, "新号码和现在的一样"),
        ({"how": ""}, "请写一句：号码是怎么核对的。"),
        ({"spoken": "九九七"}, "念出来是997，号码是998，对不上。"),
    ],
)
def test_what_was_typed_wrong_is_said_in_a_sentence_and_kept(editor, police, typed, said):
    form = {"number": "998", "how": "打过三次，都接通了。", "spoken": ""} | typed
    answer = in_as(editor).post(reverse("admin:office_hotline_number", args=[police.pk]), form)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert said in page
    assert all(f'value="{value}"' in page for value in form.values() if value)
    assert not NumberChange.objects.exists()


def test_a_way_of_saying_it_that_fits_is_taken(police, editor, reviewer):
    change = asked(police, editor, "9981", spoken="九九八幺")
    number_changes.confirm(change=change, by=reviewer)
    police.refresh_from_db()
    assert police.spoken_zh_hans == "九九八幺"


LINE = {
    "number": "12399",
    "name": "示例热线",
    "use": "有事打来问，报警打110。",
    "how": "打过，接通了。",
}


def test_a_new_hotline_is_asked_for_and_confirmed(editor, reviewer, visitor):
    in_as(editor).post(reverse("admin:office_hotline_add"), LINE)
    change = NumberChange.objects.get()
    assert not Hotline.objects.filter(number="12399").exists()
    in_as(reviewer).post(page_of(change), {"deed": "confirm"})
    line = Hotline.objects.get(slug="12399")
    assert (line.spoken_zh_hans, line.use_zh_hans) == ("一二三九九", "有事打来问，报警打{110}。")
    changes.forget_all()
    assert "有事打來問，報警打110。" in visitor.get("/zh-hant/about/").content.decode()


def test_a_hotline_that_is_there_is_not_asked_for_again(editor):
    answer = in_as(editor).post(reverse("admin:office_hotline_add"), LINE | {"number": "96110"})
    assert "这个号码已经在表里：96110 反诈预警专号。" in answer.content.decode()
    url = reverse("admin:office_hotline_add")
    assert [in_as(editor).post(url, LINE).status_code for _ in range(2)] == [302, 400]


def test_a_number_that_has_not_changed_gets_the_day_it_was_checked(reviewer, police, main_office):
    for row, name in [(police, "hotline"), (main_office, "office")]:
        url = reverse(f"admin:office_{name}_checked", args=[row.pk])
        assert in_as(reviewer).post(url, {"how": ""}).status_code == 400
        assert in_as(reviewer).post(url, {"how": "打过，接通了。"}).status_code == 302
        row.refresh_from_db()
        assert row.checked_on == timezone.localdate()
    assert waiting_for(a_staff_member(role=Role.ADMINISTRATOR)) == []


def test_the_ordinary_forms_do_not_change_a_number(desk, police, main_office):
    for row, name in [(police, "hotline"), (main_office, "office")]:
        url = reverse(f"admin:office_{name}_change", args=[row.pk])
        form = desk.get(url)
        names = set(form.context["adminform"].form.fields)
        assert not names & {"number", "phone", "checked_on", "slug"}
        assert "申请改号码" in form.content.decode()


def test_a_new_office_has_no_phone_until_it_is_confirmed_and_cannot_be_the_main_one(desk):
    add, form = reverse("admin:office_office_add"), {"slug": "new", "name_zh_hans": "新派出所"}
    main = desk.post(add, form | {"is_main": "on"}).content.decode()
    assert "先申请电话，确认了再改这里" in main
    answer = desk.post(add, form | {"phone": "0999-1"})
    office = Office.objects.get(slug="new")
    assert office.phone == ""
    assert answer.url == reverse("admin:office_office_number", args=[office.pk])


def test_the_list_says_what_waits_and_for_whom(editor, reviewer, police):
    asked(police, editor)
    url = reverse("admin:office_hotline_changelist")
    assert "等您确认" in in_as(reviewer).get(url).content.decode()
    assert "等另一个人确认" in in_as(editor).get(url).content.decode()


def test_the_desks_front_page_can_ask_what_waits_for_a_person(
    editor, reviewer, police, main_office, branch
):
    boss = a_staff_member(role=Role.ADMINISTRATOR)
    first = asked(police, editor, at=timezone.now() - timedelta(days=2))
    second = asked(main_office, reviewer, "0999-1")
    third = asked(branch, boss, "0999-2")
    assert waiting_for(boss) == [first, second]
    assert waiting_for(reviewer) == [first]
    assert waiting_for(a_staff_member(role=Role.REVIEWER, office=branch)) == [first, third]
    assert waiting_for(editor) == []


def test_who_alone_could_confirm_is_told_that_a_colleague_is_needed(desk, police):
    url = reverse("admin:office_hotline_number", args=[police.pk])
    assert "没有别人能确认" in desk.get(url).content.decode()
    a_staff_member("second", role=Role.REVIEWER, first_name="李四")
    assert "现在能确认的：李四" in desk.get(url).content.decode()


def test_the_log_tells_who_asked_who_confirmed_and_who_refused(police, editor, reviewer):
    number_changes.confirm(change=asked(police, editor), by=reviewer)
    number_changes.refuse(change=asked(police, editor, "997"), by=reviewer, reason="不对。")
    lines = [(deed.verb, deed.by, deed.detail) for deed in AuditEntry.objects.order_by("pk")]
    assert lines == [
        (AuditAction.NUMBER_ASKED, editor, "110 → 998"),
        (AuditAction.NUMBER_CONFIRMED, reviewer, "110 → 998"),
        (AuditAction.NUMBER_ASKED, editor, "998 → 997"),
        (AuditAction.NUMBER_REFUSED, reviewer, "998 → 997"),
    ]
    assert set(AuditEntry.objects.values_list("label", "row")) == {("office.hotline", police.pk)}


def test_an_older_version_brings_its_words_back_and_not_its_number(desk, police, editor, reviewer):
    page = reverse("admin:office_hotline_change", args=[police.pk])
    for name in ["报警一", "报警二"]:
        desk.post(page, form_values(desk, page) | {"name_zh_hans": name})
    number_changes.confirm(change=asked(police, editor), by=reviewer)
    first = versions_of(police).get(data__fields__name_zh_hans="报警一")
    history = reverse("admin:office_hotline_history", args=[police.pk])
    desk.post(history, {"version": first.number})
    police.refresh_from_db()
    assert (police.name_zh_hans, police.number, police.spoken_zh_hans) == (
        "报警一",
        "998",
        "九九八",
    )


def test_a_way_of_saying_that_does_not_fit_the_number_is_refused(desk, police):
    page = reverse("admin:office_hotline_change", args=[police.pk])
    said = desk.post(page, form_values(desk, page) | {"spoken_en": "one one two"})
    assert "念出来是112，号码是110，对不上。" in said.content.decode()


def test_a_page_of_a_line_shows_where_its_number_comes_from(police, editor, reviewer):
    number_changes.confirm(change=asked(police, editor), by=reviewer)
    url = reverse("admin:office_hotline_change", args=[police.pk])
    page = in_as(editor).get(url).content.decode()
    assert "110 → 998" in page and "打过，接通了。" in page


def test_texts_follow_a_number_that_was_typed_in_any_of_its_forms(police, editor, reviewer):
    number_changes.confirm(change=asked(police, editor), by=reviewer)
    changes.forget_all()
    kind = ScamType.objects.first()
    for typed in ["打998。", "打110。"]:
        kind.summary_zh_hans = typed
        kind.save()
        assert kind.summary_zh_hans == "打{110}。"


def test_an_offices_phone_in_a_text_follows_too(main_office, editor, reviewer):
    main_office.phone = "0999-1234567"
    main_office.save()
    kind = ScamType.objects.first()
    kind.summary_zh_hans = "问派出所：0999-1234567。"
    kind.save()
    number_changes.confirm(change=asked(main_office, editor, "0999-7777777"), by=reviewer)
    changes.forget_all()
    assert notices.with_numbers(kind.summary_zh_hans) == "问派出所：0999-7777777。"


def test_every_number_of_the_table_is_known_by_its_digits(main_office, branch):
    changes.forget_all()
    assert {"96110", "110", digits(OFFICE_PHONE), "09997654321"} <= notices.known_numbers()


def test_the_words_of_a_new_hotline_are_guarded(editor):
    client = in_as(editor)
    typed = {"number": "12399", "name": "水务热线", "how": "打过，接通了"}
    address = reverse("admin:office_hotline_add")
    answer = client.post(address, typed | {"use": "受害人李建国，打13912345678。"})
    assert answer.status_code == 400
    assert "13912345678" in answer.content.decode()
    assert not NumberChange.objects.exists()
    client.post(address, typed | {"use": "停水了，打12399问。"})
    assert NumberChange.objects.get().new == "12399"
