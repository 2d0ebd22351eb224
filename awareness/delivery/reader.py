"""Who asks, as far as the network says. Never stored."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings

READERS_PREFIX = 64  # bits of an IPv6 address that name a reader; the rest they choose freely


def reader_address(request) -> str:
    """The network address of the reader: the proxy's word for it only where a proxy is trusted."""
    if settings.BEHIND_PROXY:
        last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        return last or request.META.get("REMOTE_ADDR", "")
    return request.META.get("REMOTE_ADDR", "")


def network(request) -> str | None:
    """Where REQUEST comes from, if that is an address at all; of IPv6 the /64, which one reader
    has for themselves (RFC 6177)."""
    try:
        found = ipaddress.ip_address(reader_address(request))
    except ValueError:
        return None
    if found.version == 4 or found.ipv4_mapped:
        return str(getattr(found, "ipv4_mapped", None) or found)
    return str(ipaddress.ip_network((found.packed, READERS_PREFIX), strict=False).network_address)


def sent_by_another_site(request) -> bool:
    """Whether the browser says that a page of another site made it send this."""
    return request.headers.get("Sec-Fetch-Site") == "cross-site"


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
