"""Staff change what is asked and weighed; the examples tell them when it goes wrong."""

import pytest
from django.urls import reverse

from awareness.audit.models import AuditAction, AuditEntry
from awareness.check.models import ScoringRule, Symptom, TransferQuestion, Weight
from tests.make import form_values


def inline(prefix, rows=()):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": len(rows)}
    return data | {
        f"{prefix}-{number}-{name}": value
        for number, row in enumerate(rows)
        for name, value in row.items()
    }


def saved(desk, symptom, points):
    """Save SYMPTOM as it is, all its weights set to POINTS; the page that follows."""
    weights = [
        {"id": w.pk, "symptom": symptom.pk, "scam_type": w.scam_type_id, "points": points}
        for w in symptom.weights.all()
    ]
    fields = {
        "text_zh_hans": symptom.text_zh_hans,
        "text_en": symptom.text_en,
        "why_zh_hans": symptom.why_zh_hans,
        "why_en": symptom.why_en,
        "group": symptom.group_id,
        "order": symptom.order,
        "slug": symptom.slug,
        "traits": [trait.pk for trait in symptom.traits.all()],
        "emergency": "",
    }
    url = reverse("admin:check_symptom_change", args=[symptom.pk])
    return desk.post(url, fields | inline("weights", weights), follow=True).content.decode()


def test_the_rule_says_that_its_examples_hold(desk):
    rule = ScoringRule.objects.get()
    page = desk.get(reverse("admin:check_scoringrule_change", args=[rule.pk])).content.decode()
    assert "21个例子都对。" in page


def test_a_weight_that_breaks_examples_is_saved_and_said(desk):
    page = saved(desk, Symptom.objects.get(slug="crime"), 1)
    assert "电话说涉嫌制毒，要瞒着银行汇款" in page
    assert "对不上" in page
    assert Weight.objects.get(symptom__slug="crime").points == 1


def test_a_harmless_change_is_saved_without_a_word(desk):
    assert "对不上" not in saved(desk, Symptom.objects.get(slug="crime"), 3)


def test_a_changed_weight_is_weighed_at_once(desk, visitor):
    saved(desk, Symptom.objects.get(slug="contraband"), 1)
    assert (
        "还看不准是哪一类" in visitor.get("/check/?s=contraband").content.decode().split("<form")[0]
    )


def test_there_is_one_rule_only(desk):
    fields = {
        "slug": "second",
        "intro_zh_hans": "一",
        "privacy_zh_hans": "二",
        "always_zh_hans": "三",
        "rule_zh_hans": "四",
        "show_zh_hans": "五",
        "first_things_zh_hans": "六",
        "name_from": 3,
        "at_most": 3,
        "share_of_first": 50,
    }
    page = desk.post(reverse("admin:check_scoringrule_add"), fields | inline("levels"))
    assert "这里只有一条" in page.content.decode()
    assert ScoringRule.objects.count() == 1


NEIGHBOUR = "受骗的李建国，电话13912345678"


def page_with_rows(name):
    """A reference page with rows inside, and the name of a translated field of the first row."""
    model, relation, field = {
        "answer": (TransferQuestion, "answers", "text_zh_hans"),
        "level": (ScoringRule, "levels", "title_zh_hans"),
    }[name]
    row = model.objects.first()
    address = reverse(f"admin:check_{model._meta.model_name}_change", args=[row.pk])
    return row, getattr(row, relation).first(), address, f"{relation}-0-{field}", field


@pytest.mark.parametrize("name", ["answer", "level"])
def test_a_row_inside_a_page_is_guarded_like_the_page(desk, name):
    _row, part, address, place, field = page_with_rows(name)
    answer = desk.post(address, form_values(desk, address) | {place: NEIGHBOUR})
    part.refresh_from_db()
    assert answer.status_code == 200
    assert "13912345678" in str(answer.context["errors"])
    assert getattr(part, field) != NEIGHBOUR


def test_personal_data_in_a_row_passes_with_a_reason_for_the_log(desk):
    row, part, address, place, field = page_with_rows("answer")
    reason = {"reason": "他本人书面同意公开。"}
    desk.post(address, form_values(desk, address) | reason | {place: "李建国大爷也碰上过"})
    part.refresh_from_db()
    assert getattr(part, field) == "李建国大爷也碰上过"
    line = AuditEntry.objects.get(verb=AuditAction.OVERRIDDEN, row=row.pk)
    assert line.detail == reason["reason"]
