"""The staff guide speaks of the desk as it is: its pictures, its links, the names of its buttons."""

import re
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "staff-guide.md"
PICTURES = ROOT / "docs" / "img" / "desk"
MOST_BYTES = 60_000
WIDTH = 720  # a phone of 360 px, two dots a pixel

TEXT = GUIDE.read_text("utf-8")
EMBEDDED = re.findall(r'<img src="([^"]+)"', TEXT)
BUTTONS = sorted(set(re.findall(r"【([^】]+)】", TEXT)))
HEADINGS = re.findall(r"^#+ (.+)$", TEXT, re.M)


def written() -> str:
    """All that the desk says of itself, with either branch of every choice in a template."""
    files = [
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "awareness").rglob("*.py"),
        *(ROOT / "static" / "js").rglob("*.js"),
    ]
    text = "\n".join(path.read_text("utf-8") for path in files)
    first = re.sub(r"\{% else %\}.*?\{% endif %\}|\{%.*?%\}", "", text)
    second = re.sub(r"\{% if [^%]*%\}[^<\n]*?\{% else %\}|\{%.*?%\}", "", text)
    return "\n".join([text, first, second])


SOURCES = written()


def address(heading: str) -> str:
    """The anchor that GitHub gives to HEADING."""
    return "#" + re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("name", BUTTONS)
def test_a_quoted_button_is_so_called_at_the_desk(name):
    """As a whole: between quotes, tags or braces, not inside of a longer sentence."""
    assert re.search(rf"[\"'>}}]\s*{re.escape(name)}\s*[\"'<{{“（：]", SOURCES), name


def test_every_picture_is_there_and_none_is_left_over():
    assert {GUIDE.parent / name for name in EMBEDDED} == set(PICTURES.glob("*.png"))
    assert len(EMBEDDED) > 40


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.png")), ids=lambda path: path.stem)
def test_a_picture_is_a_phones_and_light(path):
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as image:
        assert (image.format, image.mode, image.width) == ("PNG", "P", WIDTH)


def test_a_picture_says_in_words_what_it_shows():
    assert len(re.findall(r'<img src="[^"]+" width="300" alt="[^"]{4,}">', TEXT)) == len(EMBEDDED)


def test_every_link_leads_somewhere():
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", TEXT)
    assert set(links) <= {address(heading) for heading in HEADINGS}
    assert {address(one) for one in re.findall(r"^## (.+)$", TEXT, re.M)} - {"#目录"} <= set(links)


def test_every_task_says_its_end_and_what_can_go_wrong():
    tasks = [part for part in re.split(r"^## ", TEXT, flags=re.M) if "**做成什么样：**" in part]
    assert len(tasks) >= 14
    for task in tasks:
        assert re.search(r"^1\. ", task, re.M), task[:20]
        assert "<img" in task, task[:20]
        assert "**会出什么岔子**" in task, task[:20]


def test_the_readme_leads_to_the_guide():
    assert "docs/staff-guide.md" in (ROOT / "README.md").read_text("utf-8")
