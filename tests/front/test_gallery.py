"""Every component has a name, documented parameters and a sample that staff can look at."""

import re

from awareness.front.gallery import FOLDER


def test_every_component_says_what_it_takes_and_is_shown(desk):
    page = desk.get("/admin/components/").content.decode()
    for path in FOLDER.glob("*.html"):
        assert path.read_text("utf-8").startswith("{% comment %}"), path.name
        assert f"<h2>{path.stem}</h2>" in page
    assert not re.search(r"\{[{%]", page)


def test_the_gallery_is_for_staff(visitor):
    assert visitor.get("/admin/components/").status_code == 302
