"""How to talk about fraud at home; what a village loudspeaker says."""

import re

import pytest
from django.utils.translation import override

from awareness.guide.models import ScamType
from awareness.office.models import Hotline
from awareness.sheets.family import family_words
from awareness.sheets.loudspeaker import scripts

LANGUAGES = ["zh-hans", "zh-hant", "en"]


def main_of(visitor, path):
    html = visitor.get(path).content.decode()
    return re.search(r'<main id="main".*?</main>', html, re.S)[0]


def own_text(main):
    """The page's own words: neither the doors under it nor its links."""
    told = re.split('<ul class="links|<nav class="doors"', main)[0]
    return re.sub(r"<[^>]+>", "\n", told)


# The page


def test_what_has_happened_begins_with_comfort_and_leads_to_the_first_steps(visitor):
    main = main_of(visitor, "/family/")
    told = main[main.index("已经转了钱") :]
    places = [told.index(words) for words in ("这不是您的错。", "打110", 'href="/emergency/"')]
    assert places == sorted(places)


def test_every_line_of_the_dont_list_begins_with_its_word(visitor):
    dont = re.search(r'<ul class="dont">(.*?)</ul>', main_of(visitor, "/family/"), re.S)[1]
    lines = re.findall("<li>(.*?)</li>", dont)
    assert len(lines) == 5
    assert all(line.startswith("<b>不要</b>") for line in lines)


def test_the_page_offers_the_sheet_and_the_picture_for_parents(visitor):
    main = main_of(visitor, "/family/")
    assert 'href="/family/leaflet/"' in main and 'href="/family/leaflet/picture/"' in main


def test_its_sentences_are_short(visitor):
    text = own_text(main_of(visitor, "/family/"))
    sentences = [part.strip("”“ \n") for part in re.split("[。！？\n]", text)]
    lengths = [len(one) for one in sentences if re.search("[\u4e00-\u9fff]", one)]
    assert max(lengths) <= 35 and sum(lengths) / len(lengths) <= 20


def test_elders_and_families_find_the_page(visitor):
    for path in ("/audiences/", "/audiences/elders/", "/emergency/after/"):
        assert 'href="/family/"' in main_of(visitor, path), path
    assert 'href="/family/"' not in main_of(visitor, "/audiences/students/")


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_a_sheet_for_parents_fits_its_limits(db, language):
    with override(language):
        words = family_words()
    assert len(words.title.replace("｜", "")) <= 12
    assert 3 <= len(words.lines) <= 5 and 2 <= len(words.dont) <= 3
    assert all(line.startswith("不要") for line in words.dont)
    assert all(len(line) <= 24 for line in [*words.lines, *words.dont, words.answer, words.say])


# The loudspeaker


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_starter_script_takes_about_45_seconds(db, language):
    with override(language):
        found = scripts()
        times = {script.kind.slug: script.seconds for script in found}
    assert len(times) == 13
    assert not any(script.kind.foreign for script in found)
    assert {slug: time for slug, time in times.items() if not 35 <= time <= 55} == {}


def test_each_script_has_an_anchor_and_its_scam_page_leads_to_it(visitor):
    page = main_of(visitor, "/family/loudspeaker/")
    for kind in ScamType.objects.all():
        assert f'<article class="announce" id="{kind.slug}">' in page
        scam = main_of(visitor, kind.get_absolute_url())
        assert f'href="/family/loudspeaker/#{kind.slug}"' in scam


def test_a_number_is_written_as_it_is_spoken_and_changes_with_the_table(visitor):
    assert '<b class="number">一一零</b>' in main_of(visitor, "/family/loudspeaker/")
    assert '<b class="number">one one zero</b>' in main_of(visitor, "/en/family/loudspeaker/")
    line = Hotline.objects.get(slug="12366")
    line.spoken_zh_hans = "幺二三六六"
    line.save()
    page = main_of(visitor, "/family/loudspeaker/")
    assert "幺二三六六" in page and "一二三六六" not in page


def test_a_type_without_a_script_is_left_out_on_both_pages(visitor):
    kind = ScamType.objects.get(slug="fake-prize")
    kind.loudspeaker_zh_hans = kind.loudspeaker_zh_hant = kind.loudspeaker_en = ""
    kind.save()
    page = main_of(visitor, "/family/loudspeaker/")
    assert page.count('class="announce"') == 12 and "fake-prize" not in page
    assert "/family/loudspeaker/" not in main_of(visitor, kind.get_absolute_url())


def test_a_script_that_is_not_translated_is_shown_in_chinese_and_marked(visitor):
    kind = ScamType.objects.get(slug="fake-prize")
    ScamType.objects.filter(pk=kind.pk).update(loudspeaker_en="")
    page = main_of(visitor, "/en/family/loudspeaker/")
    script = page.split('id="fake-prize"')[1].split("</article>")[0]
    assert '<div class="lines" lang="zh-Hans">' in script and "一一零" in script


def test_without_any_script_the_page_says_so(visitor):
    ScamType.objects.update(loudspeaker_zh_hans="", loudspeaker_zh_hant="", loudspeaker_en="")
    page = main_of(visitor, "/family/loudspeaker/")
    assert "现在还没有广播稿" in page and "<article" not in page


@pytest.mark.parametrize("path", ["/family/", "/family/loudspeaker/"])
def test_the_pages_ask_the_database_little(visitor, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(8):
        visitor.get(path)
