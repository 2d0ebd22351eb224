"""A preview: what residents will see, for who has the address, for seven days."""

import time
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.utils import timezone

from awareness.cases.models import Warning
from awareness.emergency.models import Section, Situation
from awareness.guide.models import ScamType
from awareness.lib.files.process_lock import is_held, the_only_one
from awareness.publishing import actions, preview
from awareness.publishing.preview import preview_path, preview_response
from awareness.publishing.versions import rolled_back, snapshot
from awareness.quiz.models import Question, QuestionSet
from tests.make import a_staff_member, a_warning, draft_warning


def with_draft(text, **fields):
    """TEXT with a draft in which FIELDS are changed."""
    data = snapshot(text)
    data["fields"] |= fields
    actions.keep_draft(text=text, data=data, by=a_staff_member())
    return text


def test_a_draft_is_seen_logged_out_in_three_languages(visitor):
    warning = draft_warning(do_first_zh_hans="不开门，先问物业。")
    path = preview_path(warning)
    for prefix, words in [
        ("", "不开门，先问物业。"),
        ("/zh-hant", "不開門，先問物業。"),
        ("/en", "Do not open."),
    ]:
        page = visitor.get(prefix + path)
        assert page.status_code == 200
        assert words in page.content.decode()


def test_it_shows_the_new_version_and_leaves_the_public_one(visitor):
    warning = with_draft(a_warning(do_first_zh_hans="不开门。"), do_first_zh_hans="先报警。")
    assert "先报警。" in visitor.get(preview_path(warning)).content.decode()
    assert "先报警。" not in visitor.get(warning.get_absolute_url()).content.decode()
    warning.refresh_from_db()
    assert warning.do_first_zh_hans == "不开门。"
    assert warning.draft_id


def test_it_is_the_public_page_but_for_its_ribbon(visitor, editor):
    warning = draft_warning()
    previewed = visitor.get(preview_path(warning)).content.decode()
    actions.publish(text=warning, by=editor)
    public = visitor.get(warning.get_absolute_url()).content.decode()
    assert "预览" in previewed
    inside = previewed.split("<main")[1].split("</main>")[0]
    assert inside == public.split("<main")[1].split("</main>")[0]


def test_it_is_kept_by_nobody_listed_by_nobody_and_sets_no_cookie(visitor):
    page = visitor.get(preview_path(draft_warning()))
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "SAMEORIGIN"


def test_its_language_links_stay_in_the_preview(visitor):
    path = preview_path(draft_warning())
    page = visitor.get(path).content.decode()
    assert f'href="/en{path}"' in page
    assert f'href="/zh-hant{path}"' in page


def test_after_seven_days_it_says_so(visitor, time_machine):
    path = preview_path(draft_warning())
    time_machine.move_to(timezone.now() + timedelta(days=6, hours=23), tick=False)
    assert visitor.get(path).status_code == 200
    time_machine.move_to(timezone.now() + timedelta(hours=2), tick=False)
    over = visitor.get(path)
    assert over.status_code == 410
    assert "七天" in over.content.decode()


@pytest.mark.parametrize(
    "token", ["x", "a" * 3000, "abc:def:ghi", "%00", "WyJjYXNlcy53YXJuaW5nIiwxLDBd"]
)
def test_a_made_up_address_is_a_sentence(visitor, token):
    assert visitor.get(f"/preview/{token}/").status_code == 410


def test_a_preview_of_what_was_deleted_is_a_sentence(visitor):
    warning = draft_warning()
    path = preview_path(warning)
    Warning.objects.filter(pk=warning.pk).delete()
    assert visitor.get(path).status_code == 410


def test_every_kind_of_text_has_a_preview(visitor):
    texts = [
        ScamType.objects.first(),
        Situation.objects.first(),
        Section.objects.get(slug="never"),
        Question.objects.first(),
        QuestionSet.objects.exclude(use="daily").first(),
    ]
    for text in texts:
        page = visitor.get(preview_path(text))
        assert page.status_code == 200, text
        assert '<p class="preview"' in page.content.decode()


def test_a_questions_preview_shows_the_new_words_with_the_answer(visitor):
    question = with_draft(Question.objects.first(), explanation_zh_hans="新的解释在这里。")
    page = visitor.get(preview_path(question)).content.decode()
    assert "新的解释在这里。" in page


def test_a_withdrawn_or_expired_text_is_previewed_as_if_open(visitor):
    now = timezone.now()
    ended = a_warning(starts_at=now - timedelta(days=9), ends_at=now - timedelta(days=1))
    assert ended.do_first_zh_hans[:3] in visitor.get(preview_path(ended)).content.decode()


def test_the_ribbon_says_how_it_stands_to_the_public_page(visitor, editor):
    live = a_warning()
    assert "这是公开的样子" in visitor.get(preview_path(live)).content.decode()
    with_draft(live, do_first_zh_hans="新的。")
    assert "这是新稿，还没有换上" in visitor.get(preview_path(live)).content.decode()
    gone = a_warning(withdrawn_reason_zh_hans="查清了。")
    actions.withdraw(text=gone, by=editor)
    assert "已撤回" in visitor.get(preview_path(gone)).content.decode()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has many writers at once")
def test_previews_take_turns_so_that_who_saves_waits_for_one_at_most(visitor, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    lock, seen = tmp_path / "preview.lock", []

    def watched(*args):
        seen.append(is_held(lock))
        return preview_response(*args)

    with patch.object(preview, "preview_response", watched):
        assert visitor.get(preview_path(a_warning())).status_code == 200
    assert (seen, is_held(lock)) == ([True], False)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has many writers at once")
def test_a_preview_waits_its_turn_outside_the_database(visitor, settings, tmp_path):
    settings.VAR_DIR, waited = tmp_path, []
    address, begun = preview_path(a_warning()), time.monotonic()

    def opened():
        waited.append(time.monotonic() - begun)
        return rolled_back()

    with (
        the_only_one(tmp_path / "preview.lock"),
        patch.object(preview, "LONGEST_QUEUE", 0.2),
        patch.object(preview, "rolled_back", opened),
    ):
        assert visitor.get(address).status_code == 200  # who holds it for ever stops nobody
    assert waited[0] >= 0.2
