"""The desk: every page opens, speaks Chinese, and a first password must be changed."""

import re
from datetime import timedelta

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.guide.models import ScamType
from awareness.office.models import District, Hotline
from awareness.office.roles import Role
from tests.make import (
    a_picture,
    a_staff_member,
    a_warning,
    come_in,
    draft_warning,
    publish_at_the_desk,
)
from tests.words import latin_words

# The log is only looked at: tests/publishing/test_log.py.
MODELS = sorted(
    (model for model in admin.site._registry if model._meta.label != "audit.AuditEntry"),
    key=lambda model: model._meta.label,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_list_and_forms_open(desk, model):
    base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert desk.get(reverse(f"{base}_changelist")).status_code == 200
    assert desk.get(reverse(f"{base}_add")).status_code == 200
    row = model.objects.first() or a_picture()  # the starter content has none
    form = desk.get(reverse(f"{base}_change", args=[row.pk]))
    assert form.status_code == 200
    labels = re.findall(r"<label[^>]*>([^<]+)</label>", form.content.decode())
    english = [text for text in labels if re.search(r"[A-Za-z]{4}", text)]
    assert not [text for text in english if not re.search("[\u4e00-\u9fff]", text)]


def form_of(desk, url):
    """The values a browser would send back from the form at URL."""
    form = desk.get(url).context["adminform"].form
    data = {}
    for name in form.fields:
        value = form[name].value()
        widget = form.fields[name].widget
        if hasattr(widget, "decompress") and not isinstance(value, list):
            for number, part in enumerate(widget.decompress(value)):
                data[f"{name}_{number}"] = "" if part is None else str(part)
        elif value not in (None, False):
            data[name] = value
    return data


NEW_WARNING = {
    "title_zh_hans": "有人冒充水电工，｜上门收钱",
    "do_first_zh_hans": "不开门，打 110 问一问。",
    "starts_at_0": "",
    "starts_at_1": "",
    "ends_at_0": "",
    "ends_at_1": "",
}


def test_a_warning_goes_from_an_empty_form_to_the_public(desk, visitor):
    place = District.objects.get(slug="qingshi")
    saved = desk.post(reverse("admin:cases_warning_add"), NEW_WARNING | {"district": place.pk})
    assert saved.status_code == 302, saved.context["errors"]
    warning = Warning.objects.latest("pk")
    assert re.fullmatch(r"\d{8}(-\d+)?", warning.slug)
    assert visitor.get(warning.get_absolute_url()).status_code == 404
    desk.post(reverse("admin:cases_warning_verb", args=[warning.pk, "submit"]))
    reviewer = come_in(Client(), a_staff_member("colleague", role=Role.REVIEWER))
    publish_at_the_desk(reviewer, warning)
    page = visitor.get(warning.get_absolute_url()).content.decode()
    assert "不开门，打110问一问。" in page
    assert "上門收錢" in visitor.get(f"/zh-hant{warning.get_absolute_url()}").content.decode()


def test_a_long_title_is_refused_with_its_length_and_nothing_typed_is_lost(desk):
    place = District.objects.get(slug="qingshi")
    long = "这个标题实在是太长太长了，微信里根本显示不下这么多字"
    page = desk.post(
        reverse("admin:cases_warning_add"),
        NEW_WARNING | {"district": place.pk, "title_zh_hans": long},
    ).content.decode()
    assert "标题最多20个字" in page
    assert long in page
    assert "不开门，打 110 问一问。" in page


def test_an_end_before_the_start_is_a_sentence_not_an_error_page(desk):
    place = District.objects.get(slug="qingshi")
    times = {
        "starts_at_0": "2026-12-02",
        "starts_at_1": "09:00",
        "ends_at_0": "2026-12-01",
        "ends_at_1": "09:00",
    }
    page = desk.post(
        reverse("admin:cases_warning_add"), NEW_WARNING | {"district": place.pk} | times
    )
    assert "结束时间要在开始时间之后" in page.content.decode()


def test_the_list_says_what_is_public_now(desk):
    draft_warning()
    page = desk.get(reverse("admin:cases_warning_changelist")).content.decode()
    assert "草稿" in page
    assert "线上" in page


def test_search_finds_a_word_of_any_language(desk):
    for word in ["医保", "醫保", "Medical"]:
        page = desk.get(reverse("admin:cases_warning_changelist"), {"q": word}).content.decode()
        assert "自称医保中心来电" in page


def test_a_hotlines_key_cannot_change_because_texts_use_it(desk):
    line = Hotline.objects.get(slug="110")
    url = reverse("admin:office_hotline_change", args=[line.pk])
    assert desk.post(url, form_of(desk, url) | {"slug": "911"}).status_code == 302
    line.refresh_from_db()
    assert line.slug == "110"


def test_a_type_that_cases_stand_on_cannot_be_deleted(desk):
    kind = ScamType.objects.get(slug="impersonating-authorities")
    desk.post(reverse("admin:guide_scamtype_delete", args=[kind.pk]), {"post": "yes"})
    assert ScamType.objects.filter(pk=kind.pk).exists()


def test_an_urgent_warning_without_an_end_gets_seventy_two_hours(desk):
    place = District.objects.get(slug="qingshi")
    desk.post(
        reverse("admin:cases_warning_add"), NEW_WARNING | {"district": place.pk, "urgent": "on"}
    )
    warning = Warning.objects.latest("pk")
    assert abs(warning.ends_at - timezone.now() - timedelta(hours=72)) < timedelta(minutes=1)


def test_a_published_address_stays(desk):
    warning = a_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    form = desk.get(url).content.decode()
    assert 'name="slug"' not in form
    desk.post(url, NEW_WARNING | {"district": warning.district_id, "slug": "other"})
    warning.refresh_from_db()
    assert warning.slug.startswith("test-")


def test_drafts_stand_on_top_of_the_list(desk):
    draft = draft_warning(title_zh_hans="还没发的这一条")
    page = desk.get(reverse("admin:cases_warning_changelist")).content.decode()
    rows = re.findall(r'class="field-__str__">.*?>([^<]+)</a>', page)
    assert rows[0] == str(draft)


def test_hotlines_cannot_be_deleted(desk):
    line = Hotline.objects.get(slug="110")
    assert (
        desk.post(
            reverse("admin:office_hotline_delete", args=[line.pk]), {"post": "yes"}
        ).status_code
        == 403
    )


def test_without_its_first_situation_the_emergency_page_still_has_the_steps(visitor):
    from awareness.emergency.models import Situation

    Situation.objects.filter(slug="transferred").update(published_at=None)
    page = visitor.get("/emergency/").content.decode()
    assert page.index("一分也不再转") < page.index('class="btn tel" href="tel:110"')


@pytest.mark.parametrize("path", ["", "cases/warning/", "cases/warning/add/", "office/staff/add/"])
def test_no_english_words_at_the_desk(desk, path):
    words = latin_words(desk.get(f"/admin/{path}")) - {
        "boss",
        "English",
        "LDAP",
        "ETC",
        "hans",
        "hant",
    }
    assert not {word for word in words if not re.search("LED|App", word)}, words
