from django.contrib import admin, messages
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from awareness.cases.admin import WarningAdmin
from awareness.delivery.languages import SOURCE
from awareness.editing.admin import PUBLIC_LIFE, PublishableAdmin
from awareness.editing.forms import DraftedParts, TextForm
from awareness.lib.text.lines import split_pairs
from awareness.publishing.models import PublicState

from .drafting import draft_from_warning
from .models import Question, QuestionSet, SetItem, Use
from .statistics import overview


class QuestionForm(TextForm):
    def clean(self):
        """A cue must stand in its situation word for word, else nothing would be marked."""
        super().clean()
        for language in (SOURCE.replace("-", "_"), "en"):
            situation = self.cleaned_data.get(f"situation_{language}") or ""
            for phrase, _why in split_pairs(self.cleaned_data.get(f"cues_{language}"), "＝="):
                if phrase not in situation:
                    self.add_error(
                        f"cues_{language}", f"情景里没有“{phrase}”这几个字，请照原样抄。"
                    )
        return self.cleaned_data


@admin.register(Question)
class QuestionAdmin(PublishableAdmin):
    form = QuestionForm
    change_list_template = "admin/quiz_question_list.html"
    list_display = ["slug", "situation", "kind", "rule", "medium"]
    list_filter = ["kind", "rule", "medium", "scam_type", "audiences"]
    list_select_related = ["rule"]
    search_fields = ["slug", "situation_zh_hans", "situation_zh_hant", "situation_en"]
    autocomplete_fields = ["scam_type", "learn_type", "learn_situation"]
    filter_horizontal = ["audiences"]
    fieldsets = [
        (
            None,
            {"fields": ["situation", "question", "option_a", "option_b", "option_c", "correct"]},
        ),
        (
            "解释",
            {"fields": ["explanation", "general_rule", "cues", "learn_type", "learn_situation"]},
        ),
        ("归类", {"fields": ["kind", "rule", "scam_type", "medium", "difficulty", "audiences"]}),
        ("其他", {"fields": ["slug", "order", "source_note"]}),
        ("公开", {"fields": PUBLIC_LIFE}),
    ]

    def get_urls(self):
        results = path(
            "results/", self.admin_site.admin_view(self.results), name="quiz_question_results"
        )
        return [results, *super().get_urls()]

    def results(self, request):
        """Anonymous counts of the last 90 days: what is missed, and what to teach next."""
        values = {
            **self.admin_site.each_context(request),
            "title": "测验结果（近90天，不记名）",
            "sum": overview(timezone.localdate()),
        }
        return render(request, "admin/quiz_results.html", values)


class ItemInline(admin.TabularInline):
    model = SetItem
    formset = DraftedParts
    extra = 1
    autocomplete_fields = ["question"]


@admin.register(QuestionSet)
class QuestionSetAdmin(PublishableAdmin):
    list_display = ["title", "slug", "use", "audience", "is_balanced"]
    list_filter = ["use"]
    inlines = [ItemInline]
    fieldsets = [
        (None, {"fields": ["title", "slug", "use", "audience", "order", "is_balanced"]}),
        ("公开", {"fields": PUBLIC_LIFE}),
    ]
    readonly_fields = ["is_balanced"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("items__question")

    @admin.display(description="搭配")
    def is_balanced(self, row):
        """Eight with at least three genuine, every rule and four media (experience notes, section 6)."""
        if not row.pk or row.use not in (Use.MIXED, Use.AUDIENCE):
            return "—"
        questions = [item.question for item in row.items.all()]
        genuine = sum(question.kind == "legit" for question in questions)
        rules = len({question.rule_id for question in questions})
        media = len({question.medium for question in questions})
        said = f"{len(questions)}题，真的{genuine}题，{rules}条口诀，{media}种来路"
        good = len(questions) == 8 and genuine >= 3 and rules == 4 and media >= 4
        return said if good else f"{said}。应为8题，真的不少于3题，4条口诀，不少于4种来路"


@admin.action(
    description="由选中的预警起草测验题（一道骗局，一道真的）", permissions=["draft_questions"]
)
def draft_questions(modeladmin, request, queryset):
    for warning in queryset.select_related("scam_type", "office"):
        if why := no_draft(request.user, warning):
            messages.error(request, why)
            continue
        fraud, genuine = draft_from_warning(warning=warning, by=request.user)
        messages.success(request, f"起草了两道题：{fraud.slug}、{genuine.slug}。请改完再发布。")


def no_draft(staff, warning) -> str:
    """Why STAFF may not draft questions from WARNING, in a sentence; '' if they may."""
    if not staff.has_perm("cases.change_warning", warning):
        return f"“{warning}”不是本单位的，请找它的单位。"
    if warning.state() != PublicState.LIVE:
        return f"“{warning}”不在线上。先发布预警，再由它起草测验题。"
    if warning.scam_type is None:
        return f"“{warning}”还没有选骗局，请先选好再起草。"
    return ""


def may_draft_questions(warnings, request):
    """Asked by Django for `permissions` of the action: it stands only in the menu of who writes."""
    return request.user.has_perm("quiz.add_question") and warnings.has_change_permission(request)


# The quiz stands above the warnings, so it brings its verb to their list.
WarningAdmin.actions = [*WarningAdmin.actions, draft_questions]
WarningAdmin.has_draft_questions_permission = may_draft_questions
