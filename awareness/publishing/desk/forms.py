"""The form of any text at the desk."""

from django import forms

from awareness.publishing.guarding import finds_in
from awareness.publishing.records import Version

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

    def clean(self):
        cleaned = super().clean()
        for mark in ("minor_change", "hant_confirmed", "english_confirmed"):
            setattr(self.instance, mark, self.cleaned_data.get(mark, False))
        if self.newer:
            who = self.newer.made_by or "别人"
            raise forms.ValidationError(
                f"您打开以后，{who}保存过{self.newer}。您写的都在下面，两份不同的地方标在上面；"
                "合好以后再保存一次，就以您的为准。",
                code="newer",
            )
        return cleaned


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
        found = [one for one in finds_in(self._meta.model, self.cleaned_data) if one.blocks]
        answered = len(self.cleaned_data.get("reason") or "") >= REASON_AT_LEAST
        for one in found:
            if one.column in self.fields and not (answered and one.find.personal):
                self.add_error(one.column, f"“{one.find.text}”：{one.find.why}")
        self.instance.answered_for = self.cleaned_data["reason"] if found and answered else ""
        return cleaned
