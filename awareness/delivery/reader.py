"""Who asks, as far as the network says. Never stored."""

from urllib.parse import urlsplit

from django.conf import settings


def address(request) -> str:
    """The network address of the reader: the proxy's word for it only where a proxy is trusted."""
    if settings.BEHIND_PROXY:
        last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return last or request.META.get("REMOTE_ADDR", "")
    return request.META.get("REMOTE_ADDR", "")


def from_outside(request) -> bool:
    """Whether the reader came by an address that somebody sent, not from a page of this site.

    A browser that says where it comes from keeps saying so on reload and Back. One that says
    nothing at all is taken to come from here.
    """
    says = request.headers.get("Sec-Fetch-Site")
    if says is None or says == "same-origin":
        return False
    referrer = urlsplit(request.headers.get("Referer", ""))
    return referrer.netloc != request.get_host()
