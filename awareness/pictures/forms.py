"""Uploading a photo from a phone, with the words that go with it."""

from dataclasses import asdict

from django import forms

from awareness.editing.forms import ReferenceForm
from awareness.lib.photos.photo import MOST_BYTES, TOO_HEAVY, PhotoRefused

from .actions import receive, redeem, ticket
from .models import Picture

# Without `capture`: a phone then offers its camera and its gallery. A photo that is too heavy is
# told before it is sent (js/admin/photo.js).
PHOTOS = forms.FileInput(
    attrs={"accept": "image/*,.heic,.heif", "data-most": MOST_BYTES, "data-refusal": TOO_HEAVY}
)
NO_PHOTO = "请选一张照片。"
NOT_LOOKED = "请先看一遍，都盖住了再勾上。"


class PictureForm(ReferenceForm):
    file = forms.FileField(
        label="照片",
        allow_empty_file=True,
        max_length=None,
        widget=PHOTOS,
        error_messages={"required": NO_PHOTO},
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sent_before = redeem(self.data.get("kept", ""))
        adding = self.instance._state.adding
        self.fields["file"].required = adding and self.sent_before is None
        if adding:
            looked = self.fields["checked_for_people"]
            looked.required, looked.error_messages["required"] = True, NOT_LOOKED

    def clean(self):
        cleaned = super().clean()
        if self.instance._state.adding and "file" not in self.errors:
            self._take_photo()
        described = cleaned.get("decorative") or cleaned.get("description_zh_hans")
        if not described and "description_zh_hans" not in self.errors:
            self.add_error("description_zh_hans", "请写一句图片说明，或者勾上“装饰图”。")
        return cleaned

    def _take_photo(self):
        try:
            kept = self._photo()
        except PhotoRefused as refusal:
            self.add_error("file", str(refusal))
            return
        if same := Picture.objects.filter(key=kept.key).first():
            self.add_error("file", f"这张图已经传过了：“{same}”。写文章时直接选它。")
            return
        for name, value in asdict(kept).items():
            setattr(self.instance, name, value)
        self._remember(kept)

    def _photo(self):
        file = self.cleaned_data.get("file")
        return receive(file) if file else self.sent_before

    def _remember(self, kept):
        """If something else is wrong, the photo need not be sent again."""
        self.data = self.data.copy()
        self.data["kept"] = ticket(kept)
        self.fields["file"].required = False
        self["file"].help_text = "照片收到了，不用再选。想换一张，就重新选。"
