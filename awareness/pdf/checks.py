"""Whether this machine has what the press draws letters with. The site works without it."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Info

from awareness.lib import pdf_libraries

ID = "pdf.I001"


def folder() -> Path:
    """Where the libraries are that are no part of the system."""
    return Path(settings.VAR_DIR) / "pdf-libraries"


def libraries_are_there(app_configs, **kwargs) -> list[Info]:
    packages = pdf_libraries.PACKAGES.items()
    missing = [package for library, package in packages if not library_is_there(library)]
    if not missing:
        return []
    words = "这台机器还做不了PDF宣传单，居民只能用浏览器打印。"
    hint = f"装上就好，Debian和Ubuntu：apt-get install {' '.join(missing)}"
    return [Info(words, hint=hint, id=ID)]


def library_is_there(library: str) -> bool:
    return pdf_libraries.has_library(library, folder())
