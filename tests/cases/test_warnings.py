"""Local warnings: by place, by type, urgent, in pages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from awareness.cases.models import Case, Warning
from awareness.guide.models import ScamType
from awareness.office.models import District
from awareness.publishing import changes
from tests.make import a_warning


def place(slug):
    return District.objects.get(slug=slug)


def test_a_street_hears_its_own_and_its_districts_warnings_not_its_neighbours(visitor):
    own, whole, other = (
        a_warning(district=place(slug)) for slug in ("qingshi", "example-district", "hekou")
    )
    page = visitor.get("/warnings/in/qingshi/").content.decode()
    assert own.get_absolute_url() in page
    assert whole.get_absolute_url() in page
    assert other.get_absolute_url() not in page


def test_a_district_hears_all_of_its_streets(visitor):
    warnings = [a_warning(district=place(slug)) for slug in ("qingshi", "hekou")]
    page = visitor.get("/warnings/in/example-district/").content.decode()
    assert all(warning.get_absolute_url() in page for warning in warnings)


def test_the_list_can_be_narrowed_to_a_type(visitor):
    kind = ScamType.objects.get(slug="fake-prize")
    own, other = a_warning(scam_type=kind), a_warning()
    page = visitor.get("/warnings/", {"type": "fake-prize"}).content.decode()
    assert own.get_absolute_url() in page.split("</header>")[1]
    assert other.get_absolute_url() not in page.split("</header>")[1]


def test_an_urgent_warning_is_on_every_page_until_its_end(visitor, time_machine):
    Warning.objects.all().delete()
    warning = a_warning(urgent=True)
    for path in ["/", "/scams/fake-prize/", "/en/rules/", "/zh-hant/cases/"]:
        assert 'class="urgent"' in visitor.get(path).content.decode()
    time_machine.move_to(warning.ends_at, tick=False)
    assert 'class="urgent"' not in visitor.get("/").content.decode()


def test_a_banner_says_until_when_it_holds_and_is_not_on_its_own_page(visitor, time_machine):
    time_machine.move_to(datetime(2026, 12, 1, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")), tick=False)
    Warning.objects.all().delete()
    warning = a_warning(
        urgent=True,
        starts_at=timezone.now() - timedelta(minutes=30),
        ends_at=timezone.now() + timedelta(days=3),
    )
    assert "紧急提醒，12月1日09:00起，12月4日09:30止" in visitor.get("/").content.decode()
    assert "Urgent, 1 Dec, 09:00 until 4 Dec, 09:30" in visitor.get("/en/").content.decode()
    own = visitor.get(warning.get_absolute_url()).content.decode()
    assert 'class="urgent"' not in own
    other = a_warning(urgent=True)
    own = visitor.get(warning.get_absolute_url()).content.decode()
    assert own.count("紧急提醒，") == 1
    assert other.get_absolute_url() in own.split("<main")[0]


def test_the_button_dials_the_number_that_the_words_above_it_name(visitor):
    for words, number in {
        "不开门，先打110。": "110",
        "挂断。": "96110",
        "打12345或110。": "12345",
    }.items():
        page = visitor.get(a_warning(do_first_zh_hans=words).get_absolute_url()).content.decode()
        main = page.split("<main")[1]
        assert main.index(f'class="btn tel" href="tel:{number}"') == main.index('class="btn tel"')


def test_nothing_stands_before_the_first_steps_in_an_emergency(visitor):
    a_warning(urgent=True)
    assert 'class="urgent"' not in visitor.get("/emergency/").content.decode()


def test_a_type_page_shows_its_own_warnings(visitor):
    kind = ScamType.objects.get(slug="fake-prize")
    own = a_warning(scam_type=kind)
    assert own.get_absolute_url() in visitor.get("/scams/fake-prize/").content.decode()
    assert own.get_absolute_url() not in visitor.get("/scams/online-romance/").content.decode()


def test_newest_first_in_pages_of_twenty(visitor):
    now = timezone.now()
    for day in range(45):
        a_warning(
            starts_at=now - timedelta(days=day + 1), published_at=now - timedelta(days=day + 1)
        )
    first = visitor.get("/warnings/").content.decode()
    assert first.count("<time") == 20
    assert "/warnings/?page=2" in first
    assert visitor.get("/warnings/", {"page": 3}).content.decode().count("<time") == 8
    assert (
        "/en/warnings/?type=impersonating-authorities&amp;page=2"
        in visitor.get("/en/warnings/", {"type": "impersonating-authorities"}).content.decode()
    )


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc", "1e3", "９９", ""])
def test_an_unknown_page_number_is_a_404_with_help(visitor, number):
    response = visitor.get("/warnings/", {"page": number})
    assert response.status_code == 404
    assert "tel:110" in response.content.decode()


def test_no_warnings_is_said_without_promising_anything(visitor):
    Warning.objects.all().delete()
    assert "没有预警，不等于没有骗局" in visitor.get("/warnings/").content.decode()


def test_the_page_says_where_when_and_who(visitor):
    page = visitor.get("/warnings/medical-insurance-meeting-app/").content.decode()
    for words in ["青石街道", "示例派出所", "有效至", "虚构的例子，不是真事", "骗局示例"]:
        assert words in page


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/warnings/",
        "/warnings/in/qingshi/",
        "/warnings/medical-insurance-meeting-app/",
        "/scams/",
        "/scams/impersonating-authorities/",
        "/cases/",
        "/cases/son-sms-20000/",
        "/emergency/",
        "/emergency/transferred/",
        "/emergency/worksheet/",
        "/audiences/elders/",
        "/glossary/",
        "/rules/",
        "/check/",
        "/about/",
    ],
)
def test_a_page_asks_the_database_at_most_eight_things(
    visitor, django_assert_max_num_queries, path, count
):
    place_, kind = place("qingshi"), ScamType.objects.get(slug="impersonating-authorities")
    now = timezone.now() - timedelta(hours=1)
    Warning.objects.bulk_create(
        Warning(
            slug=f"many-{number}",
            title_zh_hans="标题",
            do_first_zh_hans="挂断。",
            district=place_,
            scam_type=kind,
            published_at=now,
            starts_at=now,
        )
        for number in range(count)
    )
    visitor.get("/")
    changes.forget()  # a second later
    with django_assert_max_num_queries(8):
        assert visitor.get(path).status_code == 200


def test_a_type_that_is_not_public_is_neither_named_nor_linked(visitor):
    kind = ScamType.objects.create(
        slug="not-yet", name_zh_hans="还没公开的骗局", short_name_zh_hans="还没公开的骗局"
    )
    warning, case = a_warning(scam_type=kind), Case.objects.live().first()
    Case.objects.filter(pk=case.pk).update(scam_type=kind)
    case.related_types.add(kind)
    for text in (warning, case):
        page = visitor.get(text.get_absolute_url()).content.decode()
        assert "还没公开的骗局" not in page
        assert "not-yet" not in page


@pytest.mark.parametrize("signs", [21, 80, 81, 500])
@pytest.mark.parametrize("page", ["add", "urgent"])
def test_a_title_that_is_too_long_is_told_one_limit_however_long_it_is(writer, page, signs):
    typed = {"title_zh_hans": "字" * signs}
    said = writer.post(reverse(f"admin:cases_warning_{page}"), typed).content.decode()
    assert f"标题最多20个字，现在{signs}个字" in said
