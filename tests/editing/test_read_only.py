"""Who may look but not write sees each language by its name, and nothing that is for writers."""

import pytest
from django.test import Client
from django.urls import reverse

from awareness.check.models import TransferText
from awareness.guide.models import Trait
from awareness.office.models import Hotline
from awareness.office.roles import Role
from awareness.translation.rows import translated_fields
from tests.make import a_staff_member, a_warning, come_in

FOR_WRITERS = ["小改动", "minor_change", "Minor change", "hant_confirmed", "提示", "None"]


def page_of(row, role):
    client = come_in(Client(), a_staff_member(role=role))
    address = reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[row.pk])
    return client.get(address).content.decode()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.REVIEWER])
@pytest.mark.parametrize("model", [Trait, TransferText, Hotline])
def test_a_reader_sees_the_languages_by_name_and_no_boxes_of_writers(db, model, role):
    row = model.objects.first()
    page = page_of(row, role)
    for name in translated_fields(model):
        for language in ("简体", "繁體", "英文"):
            assert f"{model._meta.get_field(name).verbose_name}（{language}）" in page
    assert [words for words in ["[zh-", "[en]", *FOR_WRITERS] if words in page] == []


def test_an_auditor_reads_a_warning_so_too(db):
    page = page_of(a_warning(), Role.AUDITOR)
    assert "标题（繁體）" in page
    assert [words for words in ["[zh-", "[en]", "Minor change"] if words in page] == []
