"""The form of any text at the desk."""

from collections.abc import Mapping

from django import forms
from django.db.models import Model

from awareness.content_checks.finds import finds_in
from awareness.delivery.languages import SOURCE
from awareness.lib.text.lines import plain_ends
from awareness.lib.text.traditional import to_traditional
from awareness.publishing.records import Version
from awareness.translation.rows import column, translated_fields

REASON_AT_LEAST = 5  # characters; a reason that explains nothing is none


class TextForm(forms.ModelForm):
    """A translated text: what is said of its languages, and who was faster."""

    minor_change = forms.BooleanField(
        label="小改动",
        required=False,
        help_text="只改了标点、错字：别的语言不会标成“旧”。",
    )
    hant_confirmed = forms.BooleanField(
        label="繁體看过了",
        required=False,
        help_text="勾上：“自动转换”和“旧”的标记去掉。以后改简体，繁體不再自动改。",
    )
    english_confirmed = forms.BooleanField(
        label="英文跟上了", required=False, help_text="勾上：英文“旧”的标记去掉。"
    )
    newer: Version | None = None  # what someone else saved since this form was opened
    held_up = ""  # why nothing can be saved now

    def clean(self):
        cleaned = super().clean()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = plain_ends(value)
        for mark in ("minor_change", "hant_confirmed", "english_confirmed"):
            setattr(self.instance, mark, self.cleaned_data.get(mark, False))
        self._check_moments()
        self._check_traditional()
        if self.held_up:
            raise forms.ValidationError(self.held_up, code="held")
        if self.newer:
            raise forms.ValidationError("合好以后再存一次，就以您的为准。", code="newer")
        return cleaned

    def _check_moments(self):
        for name in ("starts_at", "ends_at"):
            moment = self.cleaned_data.get(name)
            if moment and not 2000 <= moment.year <= 2200:
                del self.cleaned_data[name]
                self.add_error(name, "年份不对，请写四位数的年。")
        ends = self.cleaned_data.get("ends_at")
        starts = self.cleaned_data.get("starts_at") or getattr(self.instance, "starts_at", None)
        if ends and starts and ends <= starts:
            self.add_error("ends_at", "结束时间要在开始时间之后。")

    def _check_traditional(self):
        """Words of 繁體 may be longer than those of 简体 (互联网, 網際網路): both must fit."""
        for field in translated_fields(self._meta.model):
            name, most = column(field, SOURCE), self._meta.model._meta.get_field(field).max_length
            longer = len(to_traditional(self.cleaned_data.get(name) or "")) - (most or 10**9)
            if longer > 0 and name in self.fields:
                self.add_error(name, f"换成繁體后长了{longer}个字，放不下，请短一点。")


def guard(form: forms.Form, model: type[Model], texts: Mapping, reason: str = "") -> bool:
    """Put the finds that block in TEXTS (by column of MODEL) as errors on FORM.

    Finds of personal data pass with a written REASON; True if some did.
    """
    found = [one for one in finds_in(model, texts) if one.blocks]
    answered = len(reason) >= REASON_AT_LEAST
    for one in found:
        if one.column in form.fields and not (answered and one.find.personal):
            form.add_error(one.column, f"“{one.find.text}”：{one.find.why}")
    return bool(found) and answered


class ReferenceForm(TextForm):
    """A text without drafts, public as soon as it is saved: so the guards stand here.

    Finds of personal data pass with a written reason, which the log keeps.
    """

    reason = forms.CharField(
        label="为什么可以公开",
        required=False,
        max_length=300,
        help_text="只在提示“像是个人信息”、又确实可以公开时写，会留在记录里。",
    )

    def clean(self):
        cleaned = super().clean()
        reason = self.cleaned_data.get("reason") or ""
        answered = guard(self, self._meta.model, self.cleaned_data, reason)
        self.instance.answered_for = reason if answered else ""
        return cleaned


class DraftedParts(forms.BaseInlineFormSet):
    """Rows inside the form of a text with drafts: those of the draft that is shown, if one is."""

    def get_queryset(self):
        kept = getattr(self.instance, "_prefetched_objects_cache", {})
        shown = kept.get(self.fk.remote_field.get_accessor_name())
        return super().get_queryset() if shown is None or self.is_bound else shown


class GuardedParts(forms.BaseInlineFormSet):
    """Rows inside the form of a text without drafts: the same guards, the same reason."""

    def clean(self):
        super().clean()
        reason = self.data.get("reason", "").strip()
        kept = [form for form in self.initial_forms + self.extra_forms if not self._goes(form)]
        answered = [guard(form, self.model, form.cleaned_data, reason) for form in kept]
        if any(answered):
            self.instance.answered_for = reason

    def _goes(self, form) -> bool:
        return not hasattr(form, "cleaned_data") or self._should_delete_form(form)
