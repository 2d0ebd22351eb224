"""Whether this machine has what the press draws letters with. The site works without it."""

import ctypes

from django.core.checks import Info

PACKAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


def press_has_its_libraries(app_configs, **kwargs) -> list[Info]:
    missing = [package for library, package in PACKAGES.items() if not is_there(library)]
    if not missing:
        return []
    words = "这台机器还做不了PDF宣传单，居民只能用浏览器打印。"
    hint = f"装上就好，Debian和Ubuntu：apt-get install {' '.join(missing)}"
    return [Info(words, hint=hint, id="leaflets.I001")]


def is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
