"""The desk: Django's admin under the office's own name."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import PasswordChangeView
from django.urls import reverse

from .forms import OwnPasswordForm


class Desk(AdminSite):
    site_header = site_title = "防骗站编辑台"
    index_title = "今天要做什么"
    site_url = "/"

    def password_change(self, request, extra_context=None):
        """As Django's, with a form that also ends the duty to change a one-time password."""
        return PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done", current_app=self.name),
            template_name="registration/password_change_form.html",
            extra_context={**self.each_context(request), **(extra_context or {})},
        )(request)
