"""Links inside a finished page."""

import re

_INTERNAL = re.compile(
    r'(<(?:a\b[^>]*?\shref|form method="post" action)=")(/(?!/|static/|media/|admin/)[^"#?]*)(\?[^"#]*)?(#[^"]*)?"'
)


def carry_size(html: str) -> str:
    """HTML with `size=large` on every link, and every form that posts, to a page of this site that
    names no size itself."""

    def with_size(found: re.Match) -> str:
        start, path, query, anchor = found.groups(default="")
        if "size=" not in query:
            query = f"{query}&amp;size=large" if query else "?size=large"
        return f'{start}{path}{query}{anchor}"'

    return _INTERNAL.sub(with_size, html)


_LINK = re.compile(r'<a\b([^>]*?)\shref="([^"#]*)"([^>]*)>')


def without_own(html: str, own: str) -> str:
    """HTML in which no link leads to OWN, the escaped address of the page itself: its words stay
    as text, marked as where one is. A link marked `data-again` loads the page anew on purpose."""

    def plain(found: re.Match) -> str:
        before, href, after = found.groups()
        if href != own or "data-again" in before + after:
            return found[0]
        here = "" if "aria-current" in before + after else ' aria-current="page"'
        return f"<a{before}{after}{here}>"

    return _LINK.sub(plain, html)
