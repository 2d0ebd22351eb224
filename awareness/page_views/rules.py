"""Which answers are a person reading a page, as far as can be told without knowing anyone."""

from django.urls import resolve

# Names of addresses; sheets of any page are called …-leaflet.
PAGES = {"scam", "situation", "warning", "case"}
SHEETS = {"quiz-sheet", "worksheet"}
LEAFLET = "-leaflet"

# Parts of the names that programs give themselves.
PROGRAMS = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "http:",
    "https:",
    "headless",
    "lighthouse",
    "preview",
    "monitor",
    "fetch",
    "scrap",
    "curl",
    "wget",
    "python",
    "java/",
    "okhttp",
    "httpclient",
    "libwww",
    "go-http",
    "node",
    "axios",
    "postman",
]
TELEPHONE = "cubot"  # a make whose name ends like theirs


def page_read(request, response) -> tuple[str, str] | None:
    """Kind and key of the page that was read by this REQUEST; None if nobody read a counted page.

    A 304 is a read: the reader opened the page again and had it already.
    """
    if response.status_code not in (200, 304) or not _for_everyone(response):
        return None
    return _page(request) if _by_a_person(request) else None


def _for_everyone(response) -> bool:
    """False for previews and for whatever else is made for one reader."""
    return response.get("Cache-Control", "").startswith("public")


def _by_a_person(request) -> bool:
    headers = request.headers
    program = headers.get("User-Agent", "").lower().replace(TELEPHONE, "")
    purpose = headers.get("Sec-Purpose", "") + headers.get("Purpose", "")
    return (
        request.method == "GET"
        and headers.get("Sec-Fetch-Dest", "document") == "document"
        and "prefetch" not in purpose
        and bool(program)
        and not any(word in program for word in PROGRAMS)
    )


def _page(request) -> tuple[str, str] | None:
    # A page from a cache was never resolved.
    match = request.resolver_match or resolve(request.path_info)
    name = match.url_name or ""
    if name not in PAGES | SHEETS and not name.endswith(LEAFLET):
        return None
    return name[:40], "/".join(str(value) for value in match.kwargs.values())[:120]
