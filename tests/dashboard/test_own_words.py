"""Django's own sentences as the desk says them: without a blank between Chinese and a name."""

import json
import re

from django.urls import reverse

from awareness.guide.models import Trait
from tests.make import form_values

TRAITS = reverse("admin:guide_trait_changelist")
TYPED_BLANK = re.compile(r"[\u3400-\u9fff] +[“\u3400-\u9fff0-9]|[0-9”] +[\u3400-\u9fff]")


def save(desk, **typed):
    """The words of the page that follows when a trait is saved."""
    address = reverse("admin:guide_trait_change", args=[Trait.objects.first().pk])
    answer = desk.post(address, form_values(desk, address) | typed, follow=True)
    return answer.content.decode()


def test_what_was_saved_is_said_plainly(desk):
    page = save(desk, _save="1")
    said = re.search(r'class="messagelist".*?</ul>', page, re.DOTALL)[0]
    assert "存好了。" in said
    assert not TYPED_BLANK.search(said)


def test_a_refused_form_says_that_nothing_is_stored(desk):
    page = save(desk, name_zh_hans="", _save="1")
    assert "还没有存上，请改下面标出的地方。" in page


def test_what_is_ticked_is_counted_in_the_page_as_in_the_script(desk):
    counted = f"选中了0个，一共{Trait.objects.count()}个"
    assert counted in desk.get(TRAITS).content.decode()
    script = desk.get(reverse("admin:jsi18n")).content.decode()
    assert json.dumps("选中了%(sel)s个，一共%(cnt)s个") in script
