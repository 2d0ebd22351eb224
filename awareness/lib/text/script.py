"""Which script a text is written in."""

import re

_CHINESE = re.compile("[\u3400-\u9fff]")


def is_chinese(text: str) -> bool:
    """Whether TEXT has a Chinese character, simplified or traditional."""
    return bool(_CHINESE.search(text))
