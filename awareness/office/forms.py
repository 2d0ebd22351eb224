"""Passwords: who chooses their own is done; who is given one must change it on coming in."""

from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import forms


class OwnPasswordForm(AdminPasswordChangeForm):
    def save(self, commit=True):
        self.user.must_change_password = False
        return super().save(commit)


class GivenPasswordForm(forms.AdminPasswordChangeForm):
    def save(self, commit=True):
        self.user.must_change_password = True
        return super().save(commit)
