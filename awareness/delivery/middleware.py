"""The rules for every public answer: language from the path, no cookie, strict policy,
strong ETag, small on the wire. The desk keeps sessions, is never cached and never listed."""

import gzip
import hashlib
import re
from base64 import b64encode
from functools import lru_cache

import brotli
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseNotModified, QueryDict
from django.utils import timezone, translation
from django.utils.http import parse_etags, quote_etag

from .languages import HTML_CODES, language_of

FRESH = "public, max-age=0, stale-while-revalidate={seconds}, stale-if-error=86400"
UNASKED = 2  # seconds in which a cache may show a page while it asks for a newer one
BEST, QUICK = 11, 5  # of brotli and gzip
DESK_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_INLINE = re.compile(rb"<(style|script)(?:\s[^>]*)?>(.*?)</\1>", re.S)


def is_desk(path):
    return f"{path}/".startswith(f"/{settings.DESK_PATH}")


def path_language(get_response):
    def middleware(request):
        with translation.override(language_of(request.path_info)):
            request.LANGUAGE_CODE = translation.get_language()
            return get_response(request)

    return middleware


def response_rules(get_response):
    def middleware(request):
        drop_unreadable_query(request)
        response = get_response(request)
        if is_desk(request.path_info):
            response.headers.setdefault("Content-Security-Policy", desk_policy(response))
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
            return response
        return public_response(request, response)

    return middleware


def drop_unreadable_query(request):
    """A query that cannot be read (thousands of keys) is as none, for the error page too."""
    try:
        request.GET  # noqa: B018 - parsed here, once
    except SuspiciousOperation:
        request.GET = QueryDict()


def desk_policy(response):
    """The desk's policy; a desk page drawn like a public one (the gallery) has its own."""
    inlined = not response.streaming and _INLINE.search(response.content)
    return (
        page_policy(response.content) if inlined and b"<style>" in response.content else DESK_POLICY
    )


def public_response(request, response):
    """RESPONSE as the public gets it."""
    response.cookies.clear()
    response.headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()"
    if response.streaming:
        return response
    if response.get("Content-Type", "").startswith("text/html"):
        response.headers["Content-Security-Policy"] = page_policy(
            response.content,
            getattr(response, "framed_by", "'none'"),
            getattr(response, "worker_from", ""),
        )
        response.headers["Content-Language"] = HTML_CODES[translation.get_language()]
    if response.status_code >= 500 or request.method not in {"GET", "HEAD"}:
        response.headers["Cache-Control"] = "no-store"
    else:
        response.headers.setdefault("Cache-Control", FRESH.format(seconds=seconds_true(response)))
    if response.status_code == 200 and request.method in {"GET", "HEAD"}:
        return fresh_or_unchanged(request, response)
    return compressed(request, response)


def seconds_true(response) -> int:
    """How long a cache may show RESPONSE unasked: no longer than it is true."""
    until = getattr(response, "true_until", None)
    left = (until - timezone.now()).total_seconds() if until else UNASKED
    return max(0, min(UNASKED, int(left)))


def page_policy(body, framed_by="'none'", worker_from=""):
    """A policy that allows exactly the styles and scripts inlined in BODY, by their hashes.

    A hash survives caching, a nonce does not.
    """
    hashes = {"style": [], "script": []}
    for kind, text in _INLINE.findall(body):
        digest = b64encode(hashlib.sha256(text).digest()).decode()
        hashes[kind.decode()].append(f"'sha256-{digest}'")
    styles = " ".join(dict.fromkeys(hashes["style"])) or "'none'"
    scripts = " ".join(dict.fromkeys(hashes["script"])) or "'none'"
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {framed_by}" + (f"; worker-src {worker_from}" if worker_from else "")
    )


def etag_of(body: bytes, mark: str = "") -> str:
    """The strong tag of BODY; MARK tells its encodings apart."""
    return quote_etag(hashlib.sha256(body).hexdigest()[:20] + mark)


def fresh_or_unchanged(request, response):
    """Strong ETag of the body in its encoding; 304 for who already has it."""
    compressed(request, response)
    encoding = response.get("Content-Encoding", "")
    etag = etag_of(response.content, encoding[:1])
    response.headers["ETag"] = etag
    # A proxy may have made the tag weak; it still names this very text.
    known = [
        tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))
    ]
    if etag in known or "*" in known:
        unchanged = HttpResponseNotModified()
        for name, value in response.headers.items():
            if name not in {"Content-Length", "Content-Encoding", "Content-Type"}:
                unchanged.headers[name] = value
        return unchanged
    return response


def compressed(request, response):
    """RESPONSE compressed the best way this reader takes."""
    kind = response.get("Content-Type", "").split(";")[0]
    if response.has_header("Content-Encoding") or not (
        kind.startswith("text/") or kind.endswith(("json", "xml"))
    ):
        return response
    response.headers["Vary"] = "Accept-Encoding"
    accepted = accepted_encodings(request.headers.get("Accept-Encoding", ""))
    lasting = response.status_code == 200 and response["Cache-Control"].startswith("public")
    for encoding, compress in (("br", brotli_of), ("gzip", gzipped)):
        if encoding in accepted:
            # What only one reader sees is compressed quickly and not kept.
            make = compress if lasting else compress.__wrapped__
            response.content = make(response.content, BEST if lasting else QUICK)
            response.headers["Content-Encoding"] = encoding
            break
    response.headers["Content-Length"] = str(len(response.content))
    return response


def accepted_encodings(header):
    """Encodings in an Accept-Encoding HEADER, less those refused with q=0."""
    accepted = set()
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            accepted.add(name.strip())
    return accepted


# The same page is asked for again and again: each version is compressed once per process.
@lru_cache(maxsize=512)
def brotli_of(body, effort):
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=effort)


@lru_cache(maxsize=128)
def gzipped(body, effort):
    return gzip.compress(body, min(effort, 9), mtime=0)
