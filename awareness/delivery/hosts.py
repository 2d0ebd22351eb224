"""By which address the site is asked, and which it hands on."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

from awareness.lib.network.hosts import as_host, is_only_here, is_private, own_private_addresses


def private_hosts(get_response: Callable) -> Callable:
    """Lets a site that is tried be asked by any private address of its machine, as by ALLOWED_HOSTS.

    Without this, and for every other name, Django refuses as ever."""

    def middleware(request):
        if asked_privately(request):
            request.get_host = lambda: request.META["HTTP_HOST"]
        return get_response(request)

    return middleware


def asked_privately(request: HttpRequest) -> bool:
    return settings.PRIVATE_HOSTS and is_private(request.META.get("HTTP_HOST", ""))


def site_of(request: HttpRequest) -> str:
    """The address to hand on to somebody else: SITE_URL, or, while the site is tried, the private one
    under which whoever asks has it."""
    if asked_privately(request):
        return f"{request.scheme}://{request.get_host()}"
    return settings.SITE_URL


def listens_at() -> str:
    """An address under which this machine itself reaches the site."""
    host = ip_address(settings.HOST)
    if host.is_unspecified:
        host = "127.0.0.1" if host.version == 4 else "::1"
    return f"http://{as_host(host)}:{settings.PORT}"


def open_beside() -> list[str]:
    """Addresses under which a phone in the same private network reaches a site that is tried."""
    if not settings.PRIVATE_HOSTS:
        return []
    anywhere = ip_address(settings.HOST).is_unspecified
    hosts = own_private_addresses() if anywhere else [as_host(settings.HOST)]
    return [
        f"http://{host}:{settings.PORT}"
        for host in hosts
        if is_private(host) and not is_only_here(host)
    ]
