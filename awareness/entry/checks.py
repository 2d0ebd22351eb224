"""Whether the desk's own address is free: a public page must not disappear behind it."""

from contextlib import suppress

from django.conf import settings
from django.core.checks import Error
from django.urls import Resolver404, get_resolver


def desk_path_is_free(app_configs, **kwargs) -> list[Error]:
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern).startswith(settings.DESK_PATH):
            continue  # the desk itself
        with suppress(Resolver404):
            if pattern.resolve(settings.DESK_PATH):
                words = f"环境变量 DESK_PATH 的值不能用：/{settings.DESK_PATH} 是公开页面的网址。"
                return [Error(words, id="entry.E001")]
    return []
