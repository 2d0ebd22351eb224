"""The desk with its own ways in and out."""

from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.office.admin_site import Desk

from . import second_factor, views
from .forms import OwnPasswordForm
from .ways import way_on


class GuardedDesk(Desk):
    logout_template = "entry/signed_out.html"

    def login(self, request, extra_context=None):
        return views.sign_in(request)

    @method_decorator(never_cache)
    def logout(self, request, extra_context=None):
        if request.method == "POST" and request.user.is_authenticated:
            record(verb=AuditAction.LOGGED_OUT, by=request.user, about=request.user)
        return super().logout(request, extra_context)

    def password_change(self, request, extra_context=None):
        return OwnPassword.as_view()(request)


class OwnPassword(PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "entry/password.html"

    def get_context_data(self, **kwargs):
        staff = self.request.user
        asked = second_factor.is_asked_of(staff) and second_factor.phone_of(staff) is None
        return super().get_context_data(asked=asked, **kwargs)

    def form_valid(self, form):
        answer = super().form_valid(form)
        messages.success(self.request, "密码改好了，下次登录就用它。")
        record(
            verb=AuditAction.PEOPLE,
            by=self.request.user,
            about=self.request.user,
            detail="改了密码",
        )
        return answer

    def get_success_url(self):
        return way_on(self.request)
