"""Adding and changing a colleague, for administrators. Nobody types another person's password."""

from django import forms
from django.core.exceptions import ValidationError

from awareness.office.models import Staff
from awareness.office.roles import Role

from . import people
from .forms import own_username, username_field

LAST = "这是最后一位管理员。请先让另一个人当管理员，再停用或者换角色。"


class PersonForm(forms.ModelForm):
    """Name, office, role and user name: what adding and changing have in common."""

    username = username_field(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "first_name" in self.fields:
            self.fields["first_name"].required = self.fields["office"].required = True
            self.fields["first_name"].label = "姓名"

    def clean_username(self):
        name = self.cleaned_data["username"]
        return own_username(name, self.instance) if name else self.instance.username


class NewcomerForm(PersonForm):
    class Meta:
        model = Staff
        fields = ["first_name", "office", "role", "username"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].help_text = "可以不填，本人来的时候自己选。"


class StaffForm(PersonForm):
    class Meta:
        model = Staff
        fields = ["first_name", "office", "role", "username", "is_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.is_superuser:
            self.initial["role"] = Role.ADMINISTRATOR
        if "is_active" in self.fields:
            self.fields["is_active"].label = "在职"
            leaving = "离开的人把勾去掉：马上进不来，写过的都留着。"
            self.fields["is_active"].help_text = leaving
        if not people.has_username(self.instance):
            self.fields.pop("username", None)

    def clean(self):
        data = super().clean()
        stays = data.get("is_active", self.instance.is_active)
        manages = stays and data.get("role") == Role.ADMINISTRATOR
        was = Staff.objects.get(pk=self.instance.pk)
        managed = was.is_active and was.part == Role.ADMINISTRATOR
        if managed and not manages and not people.another_administrator(than=was):
            raise ValidationError(LAST)
        return data
