"""What this site never does to a reader: one source for every page's foot, sheets and pictures. Whoever
does one of these things in our name is not us."""

from django.utils.translation import gettext_lazy as _

WE_NEVER = _("我们不会让您登录、转账、下载App、加微信，也不收钱帮您追款。")
NEVER_ONE_BY_ONE = (
    _("不会让您登录"),
    _("不会让您转账"),
    _("不会让您下载App"),
    _("不会加您微信"),
    _("不会收钱帮您追款"),
)
