"""What staff fill in about a number."""

from django import forms

from awareness.content_checks.finds import finds_in
from awareness.lib.text.phone import SHAPE, digits, heard_digits, is_dialable, tidy_number

from .models import Hotline, Office

NUMBER_KEYS = {"inputmode": "tel", "autocomplete": "off", "class": "number"}


def misspoken(spoken: str, number: str) -> str:
    """Why SPOKEN is not how NUMBER is said; '' if it is."""
    heard = heard_digits(spoken)
    if heard == digits(number):
        return ""
    return f"念出来是{heard or '空的'}，号码是{number}，对不上。"


class CheckForm(forms.Form):
    how = forms.CharField(
        label="怎么核对的",
        max_length=200,
        help_text="例如：打过，接通了；或者：官网“联系我们”页写着。",
        widget=forms.TextInput(attrs={"autofocus": True}),
        error_messages={"required": "请写一句：号码是怎么核对的。"},
    )


class NumberForm(forms.Form):
    number = forms.CharField(
        label="新号码",
        max_length=60,
        widget=forms.TextInput(attrs=NUMBER_KEYS | {"autofocus": True}),
        error_messages={"required": "请填新号码。"},
    )
    how = forms.CharField(
        label="怎么核对的",
        max_length=200,
        help_text="例如：打过，接通了；或者：官网“联系我们”页写着。",
        error_messages={"required": "请写一句：号码是怎么核对的。"},
    )
    spoken = forms.CharField(
        label="怎么念（可以不填）",
        required=False,
        max_length=80,
        help_text="给看不见的人听的。不填就一个一个念，例如：九六一一零。",
    )

    def __init__(self, *args, row: Hotline | Office | None = None, **more):
        super().__init__(*args, **more)
        if isinstance(row, Office):
            del self.fields["spoken"]  # an office's phone is read as it stands

    def clean_number(self):
        number = tidy_number(self.cleaned_data["number"])
        if not is_dialable(number):
            raise forms.ValidationError(SHAPE)
        return number

    def clean(self):
        cleaned = super().clean()
        spoken, number = cleaned.get("spoken"), cleaned.get("number")
        if spoken and number and (why := misspoken(spoken, number)):
            self.add_error("spoken", why)
        return cleaned


class LineForm(NumberForm):
    name = forms.CharField(
        label="名称",
        max_length=60,
        help_text="例如：医保咨询。",
        error_messages={"required": "请填名称。"},
    )
    use = forms.CharField(
        label="什么时候打",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="居民看得到。例如：医保卡、报销的事，自己打来问。",
        error_messages={"required": "请写什么时候打。"},
    )

    field_order = ["number", "name", "use", "how", "spoken"]

    def clean(self):
        """Its words are public with the number, so they are guarded here; its own number is no find."""
        cleaned = super().clean()
        texts = {f"{name}_zh_hans": cleaned.get(name) for name in ("name", "use")}
        for one in finds_in(Hotline, texts):
            if one.blocks and digits(one.find.text) != digits(cleaned.get("number", "")):
                name = one.column.removesuffix("_zh_hans")
                self.add_error(name, f"“{one.find.text}”：{one.find.why}")
        return cleaned


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label="不同意的原因",
        max_length=200,
        help_text="申请的人看得到。例如：打过去不是这家单位。",
        error_messages={"required": "请写一句原因，申请的人才知道怎么改。"},
    )
