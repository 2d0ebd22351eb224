"""/check/: ticks in, the likely types out; nothing kept, nothing promised."""

import random
import re
from urllib.parse import urlencode

import pytest

from awareness.check.board import Board
from awareness.check.models import Level, ScoringRule, Symptom, Weight
from awareness.emergency.models import Situation
from awareness.guide.models import ScamType
from awareness.publishing import changes

from .seen import seen

PREFIXES = ["", "/zh-hant", "/en"]
# Words that would say that all is well, unless the sentence denies it.
PROMISES = re.compile(
    r"(?<!不等于)(?<!不等於)(?<!不代表一定)安全(?!账户|帳戶|到账)|没问题|沒問題|放心|"
    r"(?<!不能说一定)(?<!不能說一定)没事|"
    r"\b(?:it is safe|you are safe|no problem|nothing to worry)\b(?<!not mean it is safe)"
)


def ask(visitor, *ticks, prefix="", **query):
    return visitor.get(
        f"{prefix}/check/?" + urlencode([("s", t) for t in ticks] + [*query.items()])
    )


def result_of(response):
    return seen(response, "result")


def test_the_first_look_asks_everything_and_says_nothing(visitor):
    page = visitor.get("/check/").content.decode()
    assert page.count('name="s"') == Symptom.objects.count() == 32
    assert page.count("<fieldset") == 6
    assert '<section id="result" hidden>' in page
    assert " checked>" not in page


def test_the_result_names_types_ticks_reasons_traits_and_what_to_do(visitor):
    said = result_of(ask(visitor, "officials", "crime", "deadline"))
    wanted = [
        "很像这一类骗局",
        "冒充公检法社保",
        "挂断电话，离开群聊",
        "自称警察、法院、社保医保的人找我",
        "公家单位不在电话和微信里办案",
        "催我今天就办，过时就没了",
        "催得急",
        "来头大",
        "不管勾了几样，都不能说一定没事",
    ]
    assert [text for text in wanted if text not in said] == []
    assert "路子不对" not in said
    assert "只有他知道" not in said


def test_the_result_stands_above_the_list_and_the_ticks_stay(visitor):
    page = ask(visitor, "crime").content.decode()
    assert page.index('id="result"') < page.index("<form")
    assert re.search(r'value="crime"[^>]* checked', page)
    assert page.count(" checked>") == 1
    assert 'href="/scams/impersonating-authorities/"' in page.split("<form")[0]


def test_what_leads_to_no_named_type_is_explained_as_well(visitor):
    said = result_of(ask(visitor, "crime", "pay-first"))
    assert "这几样，值得停一停" in said
    assert "真要给您钱，不用您先掏钱" in said


def test_a_hint_names_no_type(visitor):
    said = result_of(ask(visitor, "deadline"))
    assert "还看不准是哪一类，先别照办" in said
    assert not any(kind.short_name_zh_hans in said for kind in ScamType.objects.all())
    assert "真的事，缓半天也跑不掉" in said


def test_nothing_ticked_means_nothing(visitor):
    said = result_of(ask(visitor, done=1))
    assert "没有匹配，不等于安全" in said
    assert "打96110" in said


def test_an_emergency_comes_before_everything_else(visitor):
    said = result_of(ask(visitor, "crime", "sent", "sharing"))
    first, second = "正开着屏幕共享：先停共享，再说话", "刚转了钱：先停手，再报警、找银行"
    assert said.index(first) < said.index(second) < said.index("有些像这一类骗局")


def test_an_emergency_alone_says_only_what_is_urgent(visitor):
    said = result_of(ask(visitor, "sent"))
    assert "刚转了钱" in said
    assert "没有匹配" not in said
    assert "都不能说一定没事" in said


def test_an_emergency_whose_page_is_not_public_leads_to_the_first_steps(visitor):
    Situation.objects.filter(slug="transferred").update(published_at=None, starts_at=None)
    part = ask(visitor, "sent").content.decode().split('id="urgent"')[1].split('id="level"')[0]
    assert 'href="/emergency/"' in part


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_answer_is_kept_by_no_cache_and_found_by_no_search(visitor, prefix):
    response = ask(visitor, "crime", prefix=prefix)
    assert response["Cache-Control"] == "private, no-store"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    first = visitor.get(f"{prefix}/check/")
    assert first["Cache-Control"].startswith("public")
    assert "noindex" not in first.content.decode()


def test_another_language_takes_the_ticks_along(visitor):
    page = ask(visitor, "crime", "deadline").content.decode()
    link = re.search(r'href="(/en/check/\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert visitor.get(link).content.decode().count(" checked>") == 2


def test_large_type_stays_with_the_form(visitor):
    page = visitor.get("/check/?size=large").content.decode()
    assert '<input type="hidden" name="size" value="large">' in page
    assert 'data-size="large"' in ask(visitor, "crime", size="large").content.decode()
    assert 'name="size"' not in visitor.get("/check/").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "s=nobody&s=%3Cscript%3Ealert(1)%3C/script%3E",
        "s=%00&s=crime%00",
        "s=" + "x" * 9000,
        "s=crime&" * 900,
        "s=crime&" * 4000,
        "s[]=crime&s=;&done[]=1",
        "s=%F0%28&done=%00",
        "s=" + "crime," * 3000,
    ],
)
def test_bad_input_is_passed_over(visitor, query):
    for prefix in PREFIXES:
        response = visitor.get(f"{prefix}/check/?{query}")
        assert response.status_code == 200
        assert b"<script>alert" not in response.content
        assert b"\x00" not in response.content


def test_a_tick_sent_many_times_counts_once(visitor):
    often = visitor.get("/check/?" + "s=crime&" * 900)
    assert result_of(often) == result_of(ask(visitor, "crime"))


def test_no_combination_yields_a_promise(visitor):
    slugs = list(Symptom.objects.values_list("slug", flat=True))
    chance = random.Random(4)
    for prefix in PREFIXES:
        for _ in range(12):
            ticks = chance.sample(slugs, chance.randint(0, len(slugs)))
            said = result_of(ask(visitor, *ticks, prefix=prefix, done=1))
            assert PROMISES.findall(said) == [], ticks


def test_no_text_of_the_check_is_a_promise(db):
    for language in ("zh_hans", "zh_hant", "en"):
        texts = [
            getattr(level, f"{field}_{language}")
            for level in Level.objects.all()
            for field in ("title", "do")
        ]
        texts.append(getattr(ScoringRule.objects.get(), f"always_{language}"))
        assert [found for text in texts for found in PROMISES.findall(text)] == []


def test_who_asks_sees_the_rule_every_weight_and_every_reason(visitor):
    how = visitor.get("/check/").content.decode().split('<details id="how"')[1]
    how = how.split("</details>")[0]
    assert how.count('class="points">') == Weight.objects.count() + Level.objects.count()
    assert "够3分的才列出名字" in how
    scored = Symptom.objects.filter(weights__isnull=False).distinct()
    assert [s.slug for s in scored if s.why_zh_hans.replace("{110}", "110") not in how] == []


def test_a_type_that_is_not_public_is_not_named(visitor):
    ScamType.objects.filter(slug="impersonating-authorities").update(
        published_at=None, starts_at=None
    )
    assert (
        "冒充公检法社保" not in visitor.get("/check/?s=crime").content.decode().split("<footer")[0]
    )


def test_a_symptom_that_weighs_nothing_is_explained_nevertheless(visitor):
    group = Symptom.objects.get(slug="crime").group
    Symptom.objects.create(
        slug="odd", group=group, text_zh_hans="说话怪怪的", why_zh_hans="怪，就先停一停。"
    )
    response = ask(visitor, "odd")
    assert "怪，就先停一停。" in result_of(response)
    assert "不算分，也要当心" in response.content.decode()


def test_without_any_rows_the_page_still_stands(visitor):
    Symptom.objects.all().delete()
    ScoringRule.objects.all().delete()
    for query in ("", "?s=crime&done=1"):
        assert visitor.get(f"/check/{query}").status_code == 200


@pytest.mark.parametrize("path", ["/check/", "/check/?s=crime&s=sent", "/en/check/?done=1"])
def test_eight_queries_at_most_however_many_rows(visitor, path, django_assert_max_num_queries):
    visitor.get("/")
    changes.forget()  # a second later
    with django_assert_max_num_queries(8):
        visitor.get(path)
    group = Symptom.objects.first().group
    for number in range(20):
        symptom = Symptom.objects.create(
            slug=f"more{number}", group=group, text_zh_hans=f"再一样{number}", why_zh_hans="停。"
        )
        Weight.objects.create(symptom=symptom, scam_type=ScamType.objects.first(), points=1)
    visitor.get("/")
    changes.forget()  # a second later
    with django_assert_max_num_queries(8):
        visitor.get(path)


def test_the_board_knows_each_tick_once_in_the_order_of_the_page(db):
    assert Board().known(["deadline", "crime", "crime", "nobody"]) == ["crime", "deadline"]
