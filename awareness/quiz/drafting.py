"""From a published warning: a draft question and the draft of its genuine twin."""

from django.db import transaction

from awareness.cases.models import Warning
from awareness.guide.models import Rule
from awareness.lib.text.lines import split_lines
from awareness.publishing import actions
from awareness.publishing.versions import snapshot

from .models import Difficulty, Letter, Medium, Question, QuestionKind

CHECK = "不照办，自己打官方电话问"


@transaction.atomic
def draft_from_warning(*, warning: Warning, by) -> tuple[Question, Question]:
    """Two drafts for staff to finish: what the fraudster said, and the same occasion as a real
    notice would put it. BY has written them, so somebody else publishes them."""
    said = split_lines(warning.phrases_zh_hans)
    words = said[0] if said else str(warning)
    number = Question.objects.count() + 1
    common = {
        "order": number,
        "office": warning.office,
        "rule": Rule.objects.order_by("order").first(),
        "scam_type": warning.scam_type,
        "medium": Medium.PHONE,
        "difficulty": Difficulty.MEDIUM,
        "question_zh_hans": "您怎么办？",
        "option_a_zh_hans": "照他说的做",
        "option_b_zh_hans": CHECK,
        "option_c_zh_hans": "先做一半看看",
        "learn_type": warning.scam_type,
        "source_note": f"由预警“{warning}”起草，请改完再发布。",
    }
    fraud = Question.objects.create(
        slug=free_question_slug(warning.slug, "scam"),
        kind=QuestionKind.SCAM,
        correct=Letter.B,
        situation_zh_hans=f"您接到消息：“{words}”",
        explanation_zh_hans=warning.do_first_zh_hans,
        general_rule_zh_hans="核实自己拨官方的号码，不用他给的。",
        cues_zh_hans=warning.cues_zh_hans,
        **common,
    )
    genuine = Question.objects.create(
        slug=free_question_slug(warning.slug, "legit"),
        kind=QuestionKind.LEGIT,
        correct=Letter.C,
        situation_zh_hans="（请写同一件事的真通知：只说发生了什么，不催，没有链接，不要密码。）",
        explanation_zh_hans="真通知只告诉您发生了什么，不催您、不给链接、不要密码。",
        general_rule_zh_hans="真通知不怕您核实。",
        cues_zh_hans="",
        **common | {"option_a_zh_hans": "一定是诈骗，删掉", "option_c_zh_hans": "核实过，照常办"},
    )
    for question in (fraud, genuine):
        actions.keep_draft(text=question, data=snapshot(question), by=by)
    return fraud, genuine


def free_question_slug(stem: str, kind: str) -> str:
    slug, number = f"{stem[:40]}-{kind}", 1
    while Question.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem[:40]}-{kind}-{number}"
    return slug
