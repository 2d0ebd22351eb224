from django.shortcuts import redirect
from django.urls import reverse


def first_password(get_response):
    """Who came in with a one-time password can do nothing at the desk but choose their own."""

    def middleware(request):
        if request.path.startswith("/admin/") and _must_change(request):
            change = reverse("admin:password_change")
            allowed = {change, reverse("admin:logout"), reverse("admin:jsi18n")}
            if request.path not in allowed:
                return redirect(change)
        return get_response(request)

    return middleware


def _must_change(request):
    return request.user.is_authenticated and request.user.must_change_password
