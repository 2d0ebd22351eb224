"""A sentence of the starter content is short enough to be followed when somebody reads it aloud."""

from io import StringIO

import pytest
import yaml
from django.core.management import CommandError, call_command

from awareness.publishing.seeding import ORDER

FITS = "他说是公安局的，叫您把钱转到安全账户里查一查，不许您告诉家里的任何人"
TOO_LONG = FITS + "好吗"


@pytest.fixture
def checked(tmp_path):
    """What `make check` says of starter content with one rule whose sentence is TEXT."""

    def check(text: str) -> str:
        fields = {"slug": "buqingxin", "plain_zh_hans": text, "plain_en": "x" * 99}
        for name in ORDER:
            rows = [{"model": "guide.rule", "fields": fields}] if name == "rules" else []
            (tmp_path / f"{name}.yaml").write_text(yaml.dump(rows), "utf-8")
        said = StringIO()
        try:
            call_command("check_sentences", folder=tmp_path, stdout=said)
        except CommandError as refused:
            return f"{said.getvalue()}{refused}"
        return said.getvalue()

    return check


def test_thirty_five_characters_pass(checked):
    assert len(just := FITS + "吧") == 35
    assert checked(f"{just}。") == ""


def test_a_longer_one_is_named_with_its_file_its_row_and_its_key(checked):
    said = checked(f"挂断。{TOO_LONG}！问一问。")
    assert f"rules.yaml buqingxin plain_zh_hans，36个字：{TOO_LONG}\n" in said
    assert "有1句超过35个字" in said
    assert "挂断" not in said


@pytest.mark.parametrize("end", ["。", "！", "？", "\n"])
def test_a_sentence_ends_at_its_mark_or_with_its_line(checked, end):
    assert checked(f"{FITS}{end}{FITS}") == ""


def test_where_a_title_may_break_is_not_read(checked):
    assert checked("｜".join(FITS)) == ""


def test_a_key_without_text_passes(checked):
    assert checked("") == ""
