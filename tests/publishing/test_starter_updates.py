"""An upgrade brings corrections of the starter content to the texts that nobody here has touched."""

import shutil

import pytest
import yaml
from django.conf import settings
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.emergency.models import Situation
from awareness.guide.models import ScamType, Trait
from awareness.publishing import actions
from awareness.publishing.models import SeededRow
from awareness.publishing.records import Version
from awareness.publishing.starter_updates import update_untouched
from awareness.publishing.versions import snapshot, versions_of

OLD, NEW = "对方说转够了就退，也是骗。", "他说再转一笔就退，也是骗。"


@pytest.fixture
def upgraded(db, tmp_path):
    """The fixtures as a later version of the project has them: one step says another sentence."""
    folder = tmp_path / "fixtures"
    shutil.copytree(settings.BASE_DIR / "fixtures", folder)
    file = folder / "emergency.yaml"
    file.write_text(file.read_text("utf-8").replace(OLD, NEW, 1), "utf-8")
    return folder


def first_step():
    return Situation.objects.get(slug="transferred").steps.first()


def test_a_text_that_nobody_touched_says_what_the_project_says_now(upgraded, visitor):
    assert first_step().do_zh_hans == OLD
    assert update_untouched(upgraded) == 1
    assert NEW in visitor.get("/emergency/transferred/").content.decode()
    assert first_step().do_zh_hant == "他說再轉一筆就退，也是騙。"
    assert first_step().english_behind == ""


def test_a_sheet_printed_before_is_known_as_an_older_one(upgraded, visitor):
    sheet = visitor.get("/emergency/transferred/leaflet/")
    code = sheet.context["code"].replace(" ", "")
    was = visitor.get(f"/s/{code}/", follow=True)
    update_untouched(upgraded)
    situation = Situation.objects.get(slug="transferred")
    numbers = list(versions_of(situation).values_list("number", flat=True))
    assert numbers == [2, 1]
    assert situation.live_version.number == 2
    now = visitor.get(f"/s/{code}/", follow=True)
    assert (was.context["state"], now.context["state"]) == ("CURRENT", "REPLACED")


def test_a_sheet_of_an_updated_text_is_known_after_the_next_update(upgraded, visitor):
    update_untouched(upgraded)
    code = visitor.get("/emergency/transferred/leaflet/").context["code"].replace(" ", "")
    file = upgraded / "emergency.yaml"
    file.write_text(file.read_text("utf-8").replace(NEW, OLD, 1), "utf-8")
    update_untouched(upgraded)
    page = visitor.get(f"/s/{code}/", follow=True)
    assert page.context["state"] == "REPLACED"
    assert str(timezone.localdate().year) in page.content.decode()


def test_it_is_done_once_and_changes_nothing_where_nothing_differs(upgraded):
    update_untouched(upgraded)
    versions = Version.objects.count()
    assert update_untouched(upgraded) == 0
    file = upgraded / "emergency.yaml"
    file.write_text(file.read_text("utf-8") + "# a remark\n", "utf-8")
    assert update_untouched(upgraded) == 0
    assert Version.objects.count() == versions


def test_a_second_upgrade_follows_too(upgraded):
    update_untouched(upgraded)
    file = upgraded / "emergency.yaml"
    file.write_text(file.read_text("utf-8").replace(NEW, OLD, 1), "utf-8")
    assert update_untouched(upgraded) == 1
    assert first_step().do_zh_hans == OLD


def test_what_staff_worked_on_stays_theirs(upgraded, editor):
    situation = Situation.objects.get(slug="transferred")
    data = snapshot(situation)
    data["fields"]["first_line_zh_hans"] = "别急，一步一步来。"
    actions.keep_draft(text=situation, data=data, by=editor)
    assert update_untouched(upgraded) == 0
    assert first_step().do_zh_hans == OLD


def test_what_was_changed_past_the_desk_stays_too(upgraded):
    step = first_step()
    step.do_zh_hans = "我们自己的话。"
    step.save()
    assert update_untouched(upgraded) == 0
    assert first_step().do_zh_hans == "我们自己的话。"


def test_a_site_from_before_digests_were_kept_is_known_by_its_log(upgraded):
    SeededRow.objects.update(digest="", source_digest="")
    assert update_untouched(upgraded) == 1
    assert AuditEntry.objects.get(verb=AuditAction.PUBLISHED, by=None).detail == "第2版"


def test_what_was_deleted_stays_deleted(upgraded):
    first_step().delete()
    assert update_untouched(upgraded) == 0


def test_texts_without_drafts_follow_as_well(upgraded):
    file = upgraded / "rules.yaml"
    rows = yaml.safe_load(file.read_text("utf-8"))
    trait = next(row for row in rows if row["model"] == "guide.trait")
    trait["fields"]["name_en"] = "They hurry you"
    file.write_text(yaml.safe_dump(rows, allow_unicode=True), "utf-8")
    assert update_untouched(upgraded) == 2
    assert Trait.objects.filter(name_en="They hurry you").exists()


def test_links_between_texts_follow(upgraded):
    file = upgraded / "scam-types.yaml"
    rows = yaml.safe_load(file.read_text("utf-8"))
    kind = next(row for row in rows if row["fields"].get("slug") == "fake-prize")
    kind["fields"]["related_types"] = [["tax-refund-scam"]]
    file.write_text(yaml.safe_dump(rows, allow_unicode=True), "utf-8")
    update_untouched(upgraded)
    related = ScamType.objects.get(slug="fake-prize").related_types
    assert [row.slug for row in related.all()] == ["tax-refund-scam"]
