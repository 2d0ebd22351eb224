"""Passwords: who chooses their own is done; who is given one must change it on coming in."""

from django.contrib.admin.forms import AdminPasswordChangeForm as ChooseForm
from django.contrib.auth.forms import AdminPasswordChangeForm as GiveForm
from django.core.exceptions import ValidationError


class OwnPasswordForm(ChooseForm):
    def clean_new_password1(self):
        if self.user.check_password(self.cleaned_data["new_password1"]):
            raise ValidationError("新密码不能和现在的一样。")
        return self.cleaned_data["new_password1"]

    def save(self, commit=True):
        self.user.must_change_password = False
        return super().save(commit)


class GivenPasswordForm(GiveForm):
    def save(self, commit=True):
        self.user.must_change_password = True
        return super().save(commit)
