"""Style that phones of 2018 understand."""

import re

import pytest
from django.conf import settings

FILES = sorted((settings.BASE_DIR / "static" / "css").rglob("*.css"))
# Margins, paddings and insets of both sides at once came with Chromium 87 and iOS 14.5: where they
# are not known, step numbers print over the steps and the skip link over the hotlines.
LOGICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:block|inline)[-\w]*"
    r"|inset|(?:min-|max-)?(?:inline|block)-size)\s*:"
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_places_and_sizes_are_named_by_their_physical_sides(file):
    assert LOGICAL.findall(file.read_text("utf-8")) == []
