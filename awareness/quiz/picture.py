"""The picture to save and send after a set: the two rules to look at again, and no answers."""

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.guide.models import Rule
from awareness.lib.cards.card import Card, CardLine
from awareness.lib.text.lines import sentences
from awareness.lib.text.phrase_breaks import title_parts
from awareness.office import notices
from awareness.pictures import cards
from awareness.translation.rows import InLanguage


@require_safe
def card(request, first, second):
    """One picture for each pair of rules: four rules make six pairs, so nobody can ask for more."""
    rules = {rule.slug: InLanguage(rule) for rule in Rule.objects.all()}
    if first not in rules or second not in rules or first == second:
        raise Http404
    return cards.card_response(_card([rules[first], rules[second]]))


def _card(look_again: list[InLanguage]) -> Card:
    lines = (
        CardLine(str(place), tuple(sentences(rule.plain)), short=rule.name)
        for place, rule in enumerate(look_again, 1)
    )
    return Card(
        phrases=tuple(title_parts(_("三不一要，｜我练过了"))),
        answer=(_("您也试试，几分钟就做完。"),),
        lines=tuple(lines),
        imprint=cards.card_imprint(notices.current().office, settings.SITE_URL + reverse("quiz")),
        signs=cards.drawn_signs(),
    )
