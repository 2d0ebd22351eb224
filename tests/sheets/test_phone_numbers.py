"""Numbers, names, ribbons and lists as they come out of the press: legible whatever an office enters."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.utils.translation import override
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from awareness.emergency.models import Situation
from awareness.guide.models import ScamType
from awareness.lib.typesetting.missing_glyphs import without_undrawn
from awareness.office.models import District, Hotline, Office
from awareness.publishing import changes
from awareness.sheet_codes.checks import address_fits_paper
from awareness.sheets.code import short_address
from awareness.sheets.shapes.large import large
from awareness.sheets.shapes.phone_numbers import AIR, Call, set_in_column
from awareness.sheets.shapes.settings import settings_of
from awareness.sheets.sources import sheet_words
from awareness.sheets.subjects import Shape, SubjectKind, find_subject
from tests.browser.paper import picture
from tests.make import a_warning
from tests.pdf.requesting import shelf, until

MM = 72 / 25.4  # points
LONG_PHONE, LONGEST_PHONE = "010-8888-9999-1234", "0108-8888-9999-12345"
LONGEST_NAME = "青石市公安局青石分局打击治理电信网络诈骗犯罪中心"
LONGEST_ENGLISH = "Qingshi Public Security Bureau Anti-Fraud Centre"
SCAM = "/scams/fake-prize/leaflet/"
TOPICS = ["scam.fake-prize", "scam.fake-bank-service", "warning.etc-expired-text"]


def office_is(**fields):
    office = Office.objects.get(is_main=True)
    for name, value in fields.items():
        setattr(office, name, value)
    office.full_clean()
    office.save()
    changes.forget_all()


def made(visitor, path: str) -> Path:
    """The PDF of the sheet at PATH, once the press has made it."""
    address = path.replace("leaflet/", "leaflet/pdf/", 1)
    assert visitor.post(address).status_code == 303

    def look():
        answer = visitor.get(address)
        assert answer.status_code in {202, 302}
        return answer if answer.status_code == 302 else None

    _sheets, key, name = until(look)["Location"].rsplit("/", 2)
    return next(shelf().rglob(f"{key}/*.pdf"))


def signs(file: Path) -> list[tuple[int, LTChar]]:
    """Every sign of FILE, with its page's number."""
    pages = enumerate(extract_pages(file, laparams=None))
    return [(number, sign) for number, page in pages for sign in _signs(page)]


def _signs(part):
    if isinstance(part, LTChar):
        yield part
    elif isinstance(part, LTContainer):
        for one in part:
            yield from _signs(one)


def rows_of_numbers(file: Path) -> list[list[tuple[str, float, float]]]:
    """The numbers in large type, row by row: each with where it begins and ends, in mm."""
    rows: dict[tuple, list[LTChar]] = {}
    for number, sign in signs(file):
        large = sign.size >= 19.9 and "Bold" in sign.fontname
        if large and re.fullmatch("[0-9-]", sign.get_text()):
            rows.setdefault((number, round(sign.matrix[5])), []).append(sign)
    return [_numbers(sorted(row, key=lambda sign: sign.x0)) for row in rows.values()]


def _numbers(row: list[LTChar]) -> list[tuple[str, float, float]]:
    found = [[row[0]]]
    for one, other in pairwise(row):
        if other.x0 - one.x1 > MM:
            found.append([])
        found[-1].append(other)
    return [
        ("".join(sign.get_text() for sign in one), one[0].x0 / MM, one[-1].x1 / MM) for one in found
    ]


SHEETS = ["", "?format=large", "?format=counter", "?format=trifold", "?second=en"]


@pytest.mark.django_db
@pytest.mark.files
def test_no_number_runs_into_another_on_any_sheet_of_the_press(visitor, own_press):
    office_is(phone=LONGEST_PHONE)
    for prefix in ("", "/en"):
        for query in SHEETS[:4] if prefix else SHEETS:
            rows = rows_of_numbers(made(visitor, f"{prefix}{SCAM}{query}"))
            found = {number for row in rows for number, _left, _right in row}
            assert {"96110", "110", LONGEST_PHONE} <= found, query
            for row in rows:
                assert all(b[1] - a[2] >= AIR for a, b in pairwise(row)), (query, row)


@pytest.mark.parametrize("phone", ["110-1234", LONG_PHONE, LONGEST_PHONE])
@pytest.mark.parametrize("form", [Shape.A4, Shape.LARGE, Shape.TRIFOLD, Shape.COUNTER])
def test_numbers_stand_large_and_under_or_beside_their_labels(form, phone):
    calls = [Call("拿不准，打", "96110"), Call("被骗了，打", "110")]
    office = Call("示例派出所", phone, short="我们的电话")
    strip = settings_of(form).numbers.set([*calls, office])
    assert sum(map(len, strip.rows)) == 3
    assert len(strip.rows) == (2 if strip.beside else 1)
    if phone == "110-1234":
        assert not strip.beside and not any(call.small for row in strip.rows for call in row)


def test_a_long_number_in_a_column_goes_below_its_label():
    block = set_in_column([Call("拿不准，打", "96110"), Call("示例派出所", LONGEST_PHONE, "电话")])
    assert [row["over"] for row in block.shown] == [False, True]


@pytest.mark.parametrize("form", [Shape.A4, Shape.LARGE, Shape.COUNTER])
@pytest.mark.parametrize("place", ["十三类骗局，第6类", "本地预警：" + "青石街道" * 12, "W" * 80])
@pytest.mark.parametrize("name", [LONGEST_NAME, LONGEST_ENGLISH, "W" * 48, ""])
def test_the_line_on_top_never_has_more_than_two_lines(form, place, name):
    shown = settings_of(form).head.set("Fraud Help", name, place)
    assert len(shown.office) <= 2 and len(shown.place) <= 2
    assert "".join(shown.office) == name


def test_the_sites_name_is_the_first_to_give_way_on_top():
    assert settings_of(Shape.A4).head.set("Fraud Help", "Example Police Station", "Quiz").site
    shown = settings_of(Shape.A4).head.set(
        "Fraud Help", LONGEST_ENGLISH, "Thirteen kinds of scam, no. 6"
    )
    assert not shown.site
    assert shown.place


@pytest.mark.django_db
@pytest.mark.files
def test_a_long_name_stays_above_the_rule_in_the_pdf(visitor, own_press):
    office_is(name_en="WUTONG MUNICIPAL PUBLIC SECURITY ANTI-FRAUD TEAM")
    District.objects.update(name_en="Qingshi Riverside Subdistrict and Economic Development Zone")
    for path in (f"/en{SCAM}", "/en/warnings/etc-expired-text/leaflet/"):
        head = [sign for _page, sign in signs(made(visitor, path)) if from_top(sign) < 27]
        assert min(sign.size for sign in head) >= 11.9
        assert max(from_top(sign) for sign in head) < 25, path


def from_top(sign: LTChar) -> float:
    """Where the line of SIGN stands, in mm below the edge of an A4."""
    return 297 - sign.matrix[5] / MM


def places(html: str, column: str) -> dict[str, str]:
    return dict(re.findall(rf"#{column}>\.(\w+)(\{{[^}}]*\}})", html))


@pytest.mark.parametrize("second", ["zh-hant", "en"])
@pytest.mark.parametrize("path", [SCAM, "/emergency/transferred/leaflet/", "/rules/leaflet/"])
def test_each_column_of_the_back_tells_whom_to_call_level_with_the_other(visitor, path, second):
    office_is(phone="0000-7654321")
    html = visitor.get(path, {"second": second}).content.decode()
    first, other = html.split('class="sheet a4 back"')[1].split('id="c2"')
    for column in (first, other):
        for number in ("96110", "110", "0000-7654321"):
            assert f"<b>{number}</b>" in column
        assert "/s/" in column
    assert places(html, "c1") == places(html, "c2") != {}
    if second == "en":
        assert "Example Police Station" in other and "Valid until" in other
        assert "有效至" in first


@pytest.mark.django_db
def test_both_columns_of_a_back_list_as_many_things(visitor):
    for slug in ScamType.objects.live().values_list("slug", flat=True):
        html = visitor.get(f"/scams/{slug}/leaflet/", {"second": "en"}).content.decode()
        columns = html.split('class="sheet a4 back"')[1].split('id="c2"')
        lists = [
            [part.count("<li>") for part in re.findall(r'<ul class="list">.*?</ul>', one)]
            for one in columns
        ]
        assert lists[0] == lists[1], slug


@pytest.mark.django_db
def test_a_back_has_every_step_of_what_to_do_in_both_languages(visitor):
    for row in Situation.objects.all():
        html = visitor.get(f"/emergency/{row.slug}/leaflet/", {"second": "en"}).content.decode()
        columns = html.split('class="sheet a4 back"')[1].split('id="c2"')
        assert [one.count('class="step"') for one in columns] == [row.steps.count()] * 2, row.slug


@pytest.mark.django_db
@pytest.mark.files
def test_the_ribbon_of_a_single_message_is_as_high_as_its_bubble(visitor, own_press):
    row = ScamType.objects.get(slug="fake-prize")
    one = row.print_phrases_zh_hans.split("\n")[0]
    ScamType.objects.filter(pk=row.pk).update(print_phrases_zh_hans=one)
    for query, left, least in (("", 24, 24), ("?format=large", 29, 35)):
        sheet = picture(made(visitor, SCAM + query), 1)
        around = range(round((left - 1.5) * MM), round((left + 1.5) * MM))
        assert max(dark_run(sheet, x) for x in around) >= least * MM, query


def dark_run(sheet, x: int) -> int:
    """The longest vertical line at X, in pixels, below the head and above the numbers."""
    greys = [sheet.getpixel((x, y)) < 140 for y in range(100, 420)]
    return max(len(run) for run in "".join("x" if dark else " " for dark in greys).split(" "))


@pytest.mark.django_db
def test_what_no_font_has_is_left_out_and_every_letter_stays(visitor):
    a_warning(slug="bright", title_zh_hans="🎁️ 陶喆❗️👨‍👩‍👧说中了奖🇨🇳①")
    for form in Shape:
        html = visitor.get("/warnings/bright/leaflet/", {"format": form.slug}).content.decode()
        assert "陶喆说中了奖①" in re.sub("<br>", "", html)
        assert not re.search("[\U0001f000-\U0001ffff\u2757\ufe0f\u200d]", html)


def test_texts_without_rare_marks_are_as_they_were():
    for text in ("先停，再问。 Stop — “ask”…", "□ 不确定", "26℃，№1→2", "ſ喆𠮷é"):
        assert without_undrawn(text) == text
    assert without_undrawn(("🎁 won", "you 🎁 won", "won 🎁")) == ("won", "you won", "won ")


@pytest.mark.parametrize("language", ["", "/zh-hant", "/en"])
@pytest.mark.parametrize("form", ["a4", "large", "trifold"])
def test_every_topic_of_three_has_signs_to_listen_for_and_no_list_of_one(visitor, language, form):
    answer = visitor.get(f"{language}/leaflets/sheet/", {"page": TOPICS, "format": form})
    topics = answer.content.decode().split('class="topic"')[1:]
    assert len(topics) == 3
    for topic in topics:
        assert topic.split("</section>")[0].count("<li>") >= 2


def test_a_single_sign_is_a_sentence_and_no_list(visitor):
    ScamType.objects.filter(slug="fake-prize").update(print_signs_zh_hans="领奖之前先要钱")
    html = visitor.get("/leaflets/sheet/", {"page": TOPICS}).content.decode()
    topic = html.split('class="topic"')[1].split("</section>")[0]
    assert "<p>领奖之前先要钱</p>" in topic
    assert "<li>" not in topic


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_words_to_read_out_stay_on_every_large_sheet(language):
    with override(language):
        for slug in Situation.objects.values_list("slug", flat=True):
            said = sheet_words(find_subject(SubjectKind.SITUATION, slug))
            assert bool(large(said).pages[1].say) == bool(said.say), slug


def test_the_longest_code_is_reckoned_with_and_what_to_set_is_said(settings):
    settings.SITE_URL, settings.SHORT_URL = "https://fangpian.example", ""
    [signs_warning, fineness] = address_fits_paper(None)
    assert "有28个字符" in signs_warning.msg and "最多有37个" in signs_warning.msg
    assert "SHORT_URL" in signs_warning.hint and "最多11个字符" in signs_warning.hint
    assert fineness.id == "sheet_codes.W002"
    settings.SHORT_URL = "https://fangp.example"[: len("https://") + 11]
    assert address_fits_paper(None) == []
    settings.SITE_URL, settings.SHORT_URL = "http://127.0.0.1:8000", ""
    assert address_fits_paper(None) == []


@pytest.mark.django_db
def test_no_sheet_of_three_has_a_longer_address_than_is_warned_of(visitor, settings):
    settings.SITE_URL, settings.SHORT_URL = "https://fangpian.example", ""
    html = visitor.get("/leaflets/sheet/", {"page": TOPICS}).content.decode()
    [address] = re.findall(r'class="address">([^<]+)<', html)
    assert 32 < len(address) <= 37
    assert Hotline.objects.exists() and short_address("X") == "fangpian.example/s/X"
