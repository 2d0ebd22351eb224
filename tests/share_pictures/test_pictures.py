"""Pictures to send on: what stands on them, where, and how often they are made."""

import re
import threading
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import combinations

import pytest
import zxingcpp
from django.utils import timezone, translation
from PIL import Image

from awareness.cases.models import Case, Warning
from awareness.delivery.languages import HTML_CODES, path_in
from awareness.emergency.models import Situation
from awareness.guide.models import Rule, ScamType
from awareness.lib.cards import layout
from awareness.lib.cards.card import Card, CardLine, Imprint
from awareness.lib.cards.layout import draw, fit_card
from awareness.lib.typesetting.title_breaks import NEVER_FIRST, NEVER_LAST
from awareness.office.models import District, Office
from awareness.pictures import cards
from awareness.share_pictures.cards import card_of, card_of_rule, card_of_site
from awareness.sheets.subjects import SubjectKind, find_subject
from tests.make import a_staff_member, a_warning

# With the database all: those without come after those of every file, and draw once more.
pytestmark = [pytest.mark.files, pytest.mark.django_db]

MODELS = {
    SubjectKind.SCAM: ScamType,
    SubjectKind.CASE: Case,
    SubjectKind.WARNING: Warning,
    SubjectKind.SITUATION: Situation,
}
OPEN = "Scan for the whole page, or open"
SCAM = "/scams/fake-prize/leaflet/picture"
WIDTH, HEIGHT, MARGIN = 1080, 1440, 72
STRIP, LEAST_BODY, LEAST_SMALL = 96, 40, 28
LINES_BEGIN_WRONG, LINES_END_WRONG = tuple(NEVER_FIRST), tuple(NEVER_LAST)


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    """Where the pictures are kept, empty at first."""
    settings.MEDIA_ROOT = tmp_path
    settings.SITE_URL = "https://fangpian.example"
    return tmp_path / "cards"


def every_card():
    """The card of everything in the starter content that has one, in the active language."""
    for kind, model in MODELS.items():
        for row in model.objects.live():
            yield card_of(find_subject(kind, row.slug))
    yield card_of(find_subject(SubjectKind.FAMILY))
    yield from (card_of_rule(rule) for rule in Rule.objects.all())
    yield card_of_site()


@pytest.fixture(scope="module")
def drawn(django_db_setup, django_db_blocker):
    """Every card of the starter content, drawn, by its language."""
    made = {}
    with django_db_blocker.unblock():
        for language in HTML_CODES:
            with translation.override(language):
                made[language] = [draw(card) for card in every_card()]
    return made


def everything(drawn):
    return [one for made in drawn.values() for one in made]


def test_there_is_a_picture_of_everything(drawn):
    assert {language: len(made) for language, made in drawn.items()} == dict.fromkeys(
        HTML_CODES, 13 + 12 + 3 + 6 + 1 + 4 + 1
    )


def test_every_picture_is_of_the_shape_light_and_of_few_colours(drawn):
    for one in everything(drawn):
        image = Image.open(BytesIO(one.png))
        assert (image.size, image.mode) == ((WIDTH, HEIGHT), "P")
        assert len(one.png) <= 80_000, one.card.phrases
        assert len(image.getcolors()) <= 16


def test_its_code_leads_to_the_page(drawn):
    for one in everything(drawn):
        (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(one.png)).convert("L"))
        assert code.text == one.card.imprint.link


def test_its_code_is_large_with_white_around_it(drawn):
    for one in everything(drawn):
        image = Image.open(BytesIO(one.png)).convert("RGB")
        (box,) = [box for box in one.boxes if box.what == one.card.imprint.link]
        left, top, right, bottom = box.place
        dark = image.crop(box.place).convert("L").point(lambda value: value < 128 and 255).getbbox()
        edge = dark[0]
        assert dark == (edge, edge, right - left - edge, bottom - top - edge)
        assert dark[2] - dark[0] >= 300


def test_nothing_stands_in_the_margin_and_nothing_over_another(drawn):
    for one in everything(drawn):
        for box in one.boxes:
            left, top, right, bottom = box.place
            edge = 0 if box.what == one.card.imprint.link else MARGIN  # its box is white there
            assert edge <= left < right <= WIDTH - edge, box
            assert 0 <= top < bottom <= HEIGHT, box
        for first, second in combinations(one.boxes, 2):
            assert apart(first.place, second.place), (first, second)


def apart(first, second):
    return (
        first[2] <= second[0]
        or second[2] <= first[0]
        or first[3] <= second[1]
        or second[3] <= first[1]
    )


def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(drawn):
    for one in everything(drawn):
        for box in one.boxes:
            assert not (box.size and box.what.startswith(LINES_BEGIN_WRONG)), box
            assert not (box.size and box.what.endswith(LINES_END_WRONG)), box


def test_no_line_holds_one_character_but_the_signs_and_numbers(drawn):
    for one in everything(drawn):
        numbers = {line.sign for line in one.card.lines}
        for box in one.boxes:
            bare = box.what.strip("".join(NEVER_FIRST + NEVER_LAST))
            assert len(bare) > 1 or bare in numbers, box


def test_no_number_and_no_word_is_cut(drawn):
    for one in everything(drawn):
        whole = words_in(" ".join(one.card.said())) | {line.sign for line in one.card.lines}
        for box in one.boxes:
            if box.size:
                assert words_in(box.what) <= whole, box


def words_in(text):
    return set(re.findall(r"[A-Za-z0-9]+", text))


def test_the_address_is_that_of_the_page_or_says_how_to_find_it(drawn):
    shown = {True: 0, False: 0}
    for one in everything(drawn):
        imprint = one.card.imprint
        target = imprint.link.partition("//")[2]
        own = target == f"{imprint.address}/"
        assert own == (imprint.look in ("扫码看全文，或者打开", "掃碼看全文，或者打開", OPEN))
        assert target.startswith(f"{imprint.address}/")
        assert [box.what for box in one.boxes].count(imprint.address) == 1  # on one line
        shown[own] += 1
    assert all(shown.values())


def test_no_picture_says_a_thing_twice(drawn):
    for one in everything(drawn):
        assert len(set(one.card.answer)) == len(one.card.answer)


def test_type_is_large_enough_for_old_eyes(drawn):
    for one in everything(drawn):
        below = min(box.place[1] for box in one.boxes if box.what == one.card.imprint.site)
        small = {one.card.place, one.card.note}
        small |= {label for line in one.card.lines for label in (line.name, line.sign)}
        for box in one.boxes:
            body = STRIP < box.place[1] < below and box.what not in small
            assert not box.size or box.size >= (LEAST_BODY if body else LEAST_SMALL), box


def test_whole_sentences_are_left_out_and_none_is_cut(db, drawn):
    for language, made in drawn.items():
        with translation.override(language):
            for whole, one in zip(every_card(), made, strict=True):
                assert one.card.answer == whole.answer[: len(one.card.answer)]
                kept = {line.sign: line.sentences for line in one.card.lines}
                for line in whole.lines:
                    said = kept.get(line.sign, ())
                    assert said == line.sentences[: len(said)]


def test_what_is_said_is_drawn(drawn):
    """Every character of the words that stand beside the picture is in the picture too."""
    for one in everything(drawn):
        shown = "".join(box.what for box in one.boxes if box.size).replace(" ", "")
        for part in (*one.card.phrases, *one.card.answer):
            assert part.replace(" ", "").strip() in shown, part
        for line in one.card.lines:
            for part in (line.short, *line.sentences):
                assert part.replace(" ", "") in shown, part


def test_no_picture_points_to_what_stands_below_on_the_page(drawn):
    for one in everything(drawn):
        assert not re.search("照下面|read it below", "".join(one.card.said())), one.card.phrases


def test_a_made_up_warning_says_so_in_each_language(drawn):
    for made in drawn.values():
        notes = [one.card.note for one in made if one.card.note]
        assert len(notes) == 3
        for one in made:
            assert not one.card.note or one.card.note in [box.what for box in one.boxes]


def test_text_of_any_length_gives_a_picture(drawn):
    card = drawn["zh-hans"][0].card
    long = tuple(f"第{place}句话，说得很长很长，长到图里放不下为止。" for place in range(60))
    grown = replace(
        card,
        phrases=("标题" * 40,),
        answer=long,
        lines=tuple(CardLine(line.sign, long) for line in card.lines),
        note="示例：内容是虚构的",
        place="本地预警：一个名字很长很长很长很长很长很长的街道办事处",
        imprint=replace(card.imprint, hotlines=(("拿不准，先打这个问", "0000-96110"),) * 3),
    )
    one = draw(grown)
    assert all(sentence in long for line in one.card.lines for sentence in line.sentences)
    assert {box.what for box in one.boxes} >= {"示例：内容是虚构的"}
    for first, second in combinations(one.boxes, 2):
        assert apart(first.place, second.place), (first, second)
    assert max(box.place[3] for box in one.boxes) <= HEIGHT


def test_long_text_is_not_tried_sentence_by_sentence(monkeypatch):
    """Drawing takes about as long however much staff have written."""
    tried = []
    headline = layout.Headline
    monkeypatch.setattr(layout, "Headline", lambda *about: tried.append(about) or headline(*about))
    said = tuple(f"先问{place}。" for place in range(1000))
    blank = Imprint("防骗站", "", "", (), (), "example", "https://example/", "扫码", "")
    card = Card(
        ("有人上门收钱？",), ("不开门。",), (CardLine("", said, short="出了什么事"),), blank
    )
    kept = fit_card(card).lines[0].sentences
    assert 10 < len(kept) < 100 and kept == said[: len(kept)]
    assert len(tried) <= 30


# Over the web


@pytest.mark.parametrize(
    "title", ["｜", "\u3000", " ", "？！" * 12, "（" * 80, "（" * 13 + "W" * 67, "字典" * 40]
)
def test_a_title_of_marks_or_nothing_or_far_too_much_gives_a_picture(visitor, title):
    row = a_warning(title_zh_hans=title)
    for name in ("picture.png", "picture/"):
        assert visitor.get(f"/warnings/{row.slug}/leaflet/{name}").status_code == 200


@pytest.mark.parametrize("title", ["字典" * 200, "（" * 400, "W" * 400])
def test_a_title_larger_than_the_picture_is_cut_to_the_lines_that_fit(db, title):
    one = draw(replace(card_of_site(), phrases=(title,)))
    shown = "".join(one.card.phrases)
    assert shown.endswith("…") and title.startswith(shown[:-1])
    lines = [box for box in one.boxes if box.what in one.card.phrases]
    assert len(lines) > 3
    for box in lines:
        assert box.place[2] <= WIDTH - MARGIN and box.place[3] < HEIGHT - 300


def test_line_ends_inside_a_step_are_as_spaces(visitor):
    row = Situation.objects.get(slug="transferred")
    row.steps.order_by("order").first().delete()
    row.steps.update(short_zh_hans="打\r\n110", do_zh_hans="先挂断\n\t再打\x07电话。")
    warning = a_warning(do_first_zh_hans="先挂断\r\n再打电话。")
    for path in (row.get_absolute_url(), warning.get_absolute_url()):
        assert visitor.get(f"{path}leaflet/picture.png").status_code == 200
    assert "打 110" in visitor.get(f"{row.get_absolute_url()}leaflet/picture/").content.decode()


def test_a_picture_is_served_as_the_pages_are(visitor, db):
    response = visitor.get(f"{SCAM}.png")
    assert response["Content-Type"] == "image/png"
    assert response["ETag"].startswith('"')
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    again = visitor.get(f"{SCAM}.png", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_it_is_made_once_for_the_same_words_and_anew_for_others(visitor, shelf, monkeypatch):
    made = []
    monkeypatch.setattr(cards, "draw", lambda card: made.append(card) or draw(card))
    assert visitor.get(f"{SCAM}.png").content == visitor.get(f"{SCAM}.png").content
    assert len(made) == len(list(shelf.iterdir())) == 1
    ScamType.objects.filter(slug="fake-prize").update(answer_zh_hans="这是诈骗。先挂断。")
    visitor.get(f"{SCAM}.png")
    assert len(made) == 2


def test_another_office_has_another_picture_and_an_unknown_one_the_usual(visitor, shelf):
    Office.objects.create(
        slug="bank",
        name_zh_hans="河口支行",
        phone="0000-1111111",
        district=District.objects.first(),
    )
    usual = visitor.get(f"{SCAM}.png").content
    assert visitor.get(f"{SCAM}.png?office=bank").content != usual
    for query in ("?office=nobody", "?office=", "?x=1", "?office=%00", "?size=large"):
        assert visitor.get(f"{SCAM}.png{query}").content == usual
    assert len(list(shelf.iterdir())) == 2
    assert "没有找到这个单位" in visitor.get(f"{SCAM}/?office=nobody").content.decode()
    page = visitor.get(f"{SCAM}/?office=bank").content.decode()
    assert "没有找到这个单位" not in page
    assert f'src="{SCAM}.png?office=bank"' in page
    assert "河口支行" in page


def test_a_thousand_requests_cannot_fill_the_disk(visitor, shelf, settings):
    settings.SHEET_SPACE_MB = 0.2  # room for four pictures
    for place in range(9):
        ScamType.objects.filter(slug="fake-prize").update(headline_zh_hans=f"第{place}个标题？")
        assert visitor.get(f"{SCAM}.png").status_code == 200
        assert sum(path.stat().st_size for path in shelf.iterdir()) <= 200_000
    assert len(list(shelf.iterdir())) > 1


def test_without_room_on_the_disk_it_is_answered_all_the_same(visitor, shelf, caplog):
    shelf.write_text("a file where the folder should be")
    assert visitor.get(f"{SCAM}.png")["Content-Type"] == "image/png"
    assert "could not be kept" in caplog.text


def test_one_is_drawn_at_a_time_and_who_comes_third_is_asked_to_wait(visitor, monkeypatch):
    drawing, go_on = threading.Event(), threading.Event()

    def slowly(card):
        drawing.set()
        assert go_on.wait(10)
        return draw(card)

    monkeypatch.setattr(cards, "draw", slowly)
    card = card_of_site()
    waiting = [
        threading.Thread(target=cards.png, args=(replace(card, place=name),)) for name in "一二"
    ]
    waiting[0].start()
    assert drawing.wait(10)
    waiting[1].start()
    while cards._in_line._value:  # until the second stands in line
        pass
    response = visitor.get(f"{SCAM}.png")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert response["Cache-Control"] == "no-store"
    go_on.set()
    for thread in waiting:
        thread.join(10)
    assert visitor.get(f"{SCAM}.png").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/scams/nope/leaflet/picture.png",
        "/scams/nope/leaflet/picture/",
        "/rules/nope/leaflet/picture.png",
        "/rules/nope/leaflet/picture/",
        "/audiences/elders/leaflet/picture.png",
        "/cases/x/leaflet/picture.png",
    ],
)
def test_what_is_not_there_has_no_picture(visitor, shelf, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert "tel:110" in response.content.decode()
    assert not shelf.exists()


def test_a_withdrawn_warning_says_why_and_one_that_has_ended_that_it_has(visitor, shelf):
    withdrawn = a_warning(
        withdrawn_at=timezone.now(),
        withdrawn_by=a_staff_member(),
        withdrawn_reason_zh_hans="写错了地方。",
    )
    ended = a_warning(ends_at=timezone.now() - timedelta(minutes=1))
    for row in (withdrawn, ended):
        assert visitor.get(f"/warnings/{row.slug}/leaflet/picture.png").status_code == 410
    page = visitor.get(f"/warnings/{withdrawn.slug}/leaflet/picture/")
    assert "写错了地方。" in page.content.decode()
    assert visitor.get(f"/warnings/{ended.slug}/leaflet/picture/").status_code == 410
    assert not shelf.exists()


def test_a_draft_has_no_picture(visitor):
    row = a_warning(published_at=None, starts_at=None)
    assert visitor.get(f"/warnings/{row.slug}/leaflet/picture.png").status_code == 404


@pytest.mark.parametrize("language", HTML_CODES)
@pytest.mark.parametrize(
    "path",
    [
        "/scams/fake-prize/",
        "/cases/fake-police-378000/",
        "/warnings/parcel-card-qr-gift/",
        "/emergency/transferred/",
        "/family/",
        "/rules/buzhuanzhang/",
    ],
)
def test_the_page_to_save_it_from_says_all_that_the_picture_says(visitor, path, language):
    page = visitor.get(path_in(f"{path}leaflet/picture/", language))
    html = page.content.decode()
    assert page.status_code == 200
    assert f'src="{path_in(path, language)}leaflet/picture.png"' in html
    assert 'width="1080" height="1440"' in html
    for line in page.context["said"]:
        assert f"<p>{line}</p>" in html
    alternative = html.partition(' alt="')[2].partition('"')[0]
    assert alternative.split("\n") == page.context["said"]


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/scams/fake-prize/", "/scams/fake-prize/leaflet/picture/"),
        ("/cases/fake-police-378000/", "/cases/fake-police-378000/leaflet/picture/"),
        ("/warnings/parcel-card-qr-gift/", "/warnings/parcel-card-qr-gift/leaflet/picture/"),
        ("/emergency/transferred/", "/emergency/transferred/leaflet/picture/"),
        ("/rules/", "/rules/buqingxin/leaflet/picture/"),
    ],
)
def test_the_page_links_to_its_picture(visitor, path, link):
    assert f'href="{link}"' in visitor.get(path).content.decode()


def shared(html, name):
    return html.partition(f'<meta property="og:{name}" content="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("/scams/fake-prize/", "/scams/fake-prize/leaflet/picture.png"),
        ("/en/scams/fake-prize/", "/en/scams/fake-prize/leaflet/picture.png"),
        ("/emergency/transferred/", "/emergency/transferred/leaflet/picture.png"),
        ("/", "/picture.png"),
        ("/en/glossary/", "/en/picture.png"),
    ],
)
def test_a_page_that_is_sent_on_shows_its_title_and_picture(visitor, path, picture):
    html = visitor.get(path).content.decode()
    assert shared(html, "title") == html.partition("<title>")[2].partition("</title>")[0]
    assert shared(html, "image") == f"https://fangpian.example{picture}"
    assert shared(html, "url") == f"https://fangpian.example{path}"
    assert visitor.get(picture)["Content-Type"] == "image/png"


def test_titles_of_picture_pages_are_short_and_their_own(visitor):
    from awareness.lib.text.width import em_width

    for language in HTML_CODES:
        titles = []
        for kind, model in MODELS.items():
            for row in model.objects.live():
                with translation.override(language):
                    path = find_subject(kind, row.slug).path
                html = visitor.get(f"{path}leaflet/picture/").content.decode()
                titles.append(html.partition("<title>")[2].partition("</title>")[0])
        assert len(set(titles)) == len(titles)
        assert all(em_width(title) <= 20 for title in titles), titles
