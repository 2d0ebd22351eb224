"""The three languages: a page has one in its path, and the same path in the others."""

SOURCE, TRADITIONAL, ENGLISH = "zh-hans", "zh-hant", "en"
HTML_CODES = {SOURCE: "zh-Hans", TRADITIONAL: "zh-Hant", ENGLISH: "en"}


def language_of(path: str) -> str:
    """The language that PATH is in: 简体 unless its first part names another."""
    first = path.removeprefix("/").split("/", 1)[0]
    return first if first in HTML_CODES and first != SOURCE else SOURCE


def path_in(path: str, language: str) -> str:
    """The address PATH, in LANGUAGE: the same page, only the prefix differs."""
    own = language_of(path)
    bare = path if own == SOURCE else path.removeprefix(f"/{own}") or "/"
    return bare if language == SOURCE else f"/{language}{bare}"
