"""House typography for Chinese text (W3C clreq): no typed space between Han and Latin."""

import re

HAN = r"\u3400-\u9fff"
FULL_WIDTH = r"，。：；！？、“”‘’「」『』（）《》【】…—"
_BETWEEN = re.compile(
    rf"(?<=[{HAN}{FULL_WIDTH}])[ \t\u00a0]+(?=[^\s])|(?<=[^\s])[ \t\u00a0]+(?=[{HAN}{FULL_WIDTH}])"
)


def tidy_chinese(text: str) -> str:
    """TEXT without spaces that touch a Han character; the browser spaces Han and Latin itself."""
    return "\n".join(_BETWEEN.sub("", line).rstrip() for line in text.splitlines())


def typed_spaces(text: str) -> list[str]:
    """Places (a few characters each) where a space stands between a Han character and a Latin one."""
    pattern = rf".{{0,4}}[{HAN}] +[A-Za-z0-9].{{0,4}}|.{{0,4}}[A-Za-z0-9] +[{HAN}].{{0,4}}"
    return [place.group() for place in re.finditer(pattern, text)]
