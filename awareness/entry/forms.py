"""Passwords, codes and user names: chosen by nobody but the person themselves."""

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm, AdminPasswordChangeForm
from django.contrib.auth.forms import SetPasswordMixin, UsernameField
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from awareness.office.models import Staff

from . import second_factor
from .people import has_username

PASSWORD_HELP = (
    "至少10位，字母、数字都可以。不要全是数字，不要常见的密码，也不要和姓名、用户名差不多。"
    "几个不相干的词连在一起，好记，别人也猜不着。"
)
UNEQUAL = {"password_mismatch": "两次输的密码不一样，请再输一遍。"}
USERNAME_HELP = "登录时用。汉字、字母、数字都可以，不要空格。"


class PlainLabels:
    """Labels stand above their boxes here: no colon."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)


class SignInForm(PlainLabels, AdminAuthenticationForm):
    error_messages = {
        "invalid_login": "用户名或密码不对。请再看一看：大写和小写字母不一样。",
        "inactive": "用户名或密码不对。请再看一看：大写和小写字母不一样。",
    }

    def __init__(self, *args, **kwargs):
        """The cursor starts in the first box that is empty: after a refusal that is the password."""
        super().__init__(*args, **kwargs)
        named = bool(self.data.get("username"))
        self.fields["username"].widget.attrs["autofocus"] = not named
        self.fields["password"].widget.attrs["autofocus"] = named


class OwnPasswordForm(PlainLabels, AdminPasswordChangeForm):
    """Also ends the duty to change a one-time password."""

    error_messages = UNEQUAL | {"password_incorrect": "现在的密码不对，请再输一遍。"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "现在的密码"
        self.fields["new_password1"].help_text = PASSWORD_HELP
        self.fields["new_password2"].label = "新密码再输一遍"
        self.fields["new_password2"].help_text = ""

    def clean_new_password1(self):
        if self.user.check_password(self.cleaned_data["new_password1"]):
            raise ValidationError("新密码不能和现在的一样。")
        return self.cleaned_data["new_password1"]

    def save(self, commit=True):
        self.user.must_change_password = False
        return super().save(commit)


class CodeField(forms.CharField):
    """Digits as a phone shows them or as they stand on paper; spaces and full width are fine."""

    def __init__(self, *, focus=False, **kwargs):
        hints = {"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": focus}
        required = {"required": "请输入六个数字。"}
        box = forms.TextInput(hints)
        super().__init__(max_length=40, widget=box, error_messages=required, **kwargs)


class CodeForm(PlainLabels, forms.Form):
    """The second step: `device` is the one whose code was right."""

    code = CodeField(label="六位码，或一个备用码", focus=True)

    def __init__(self, staff, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff, self.device = staff, None

    def clean_code(self):
        self.device = second_factor.check_code(self.staff, self.cleaned_data["code"])
        return ""

    @property
    def is_failure(self) -> bool:
        """Whether a code was tried and was wrong; a misshapen or hasty one is not counted."""
        return self.has_error("code", "wrong")


class FirstCodeForm(PlainLabels, forms.Form):
    """The first code of a phone that is being set up."""

    code = CodeField(label="手机上现在的六位码")

    def __init__(self, phone, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.phone = phone

    def clean_code(self):
        code = second_factor.six_digits(self.cleaned_data["code"])
        self.phone = second_factor.verified(self.phone, code)
        return ""


def own_username(name: str, staff: Staff) -> str:
    """NAME if STAFF can be called so; ValidationError says why not."""
    if Staff.objects.filter(username__iexact=name).exclude(pk=staff.pk).exists():
        raise ValidationError("这个用户名已经有人用了，请换一个。")
    return name


def username_field(**kwargs) -> UsernameField:
    only = UnicodeUsernameValidator(message="用户名里只能有汉字、字母、数字和点、短横、下划线。")
    return UsernameField(
        label="用户名",
        help_text=USERNAME_HELP,
        max_length=30,
        validators=[only],
        error_messages={"required": "请选一个用户名。"},
        **kwargs,
    )


class AcceptForm(SetPasswordMixin, PlainLabels, forms.Form):
    """Whoever is invited chooses a password, and a user name if nobody has given one."""

    error_messages = UNEQUAL

    username = username_field()
    password1, password2 = SetPasswordMixin.create_password_fields("密码", "密码再输一遍")

    def __init__(self, staff, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = staff
        self.fields["password1"].help_text = PASSWORD_HELP
        self.fields["password2"].help_text = ""
        if has_username(staff):
            del self.fields["username"]

    def clean_username(self):
        self.staff.username = own_username(self.cleaned_data["username"], self.staff)
        return self.staff.username

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.staff, "password1")
        return super().clean()
