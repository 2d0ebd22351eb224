"""The picture to save and send after a set: the two rules to look at again, and no answers."""

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.guide.models import Rule
from awareness.lib.numbers import fill_numbers
from awareness.lib.picture import INK, NAVY, Card
from awareness.office import notices
from awareness.publishing.languages import Reading

SIZE = (1080, 1440)  # pixels, the shape that WeChat shows whole


@require_safe
def card(request, first, second):
    """One picture for each pair of rules: four rules make six pairs, so nobody can ask for more."""
    rules = {rule.slug: Reading(rule) for rule in Rule.objects.all()}
    if first not in rules or second not in rules or first == second:
        raise Http404
    numbers = notices.current().numbers()
    said = tuple(
        (rules[slug].name, fill_numbers(rules[slug].plain, numbers)) for slug in (first, second)
    )
    strip = "    ".join(f"{line.label}{_('：')}{line.number}" for line in notices.strip())
    office = notices.current().office
    address = settings.SITE_URL.partition("//")[2] + reverse("quiz")
    body = drawn(get_language(), said, strip, Reading(office).name if office else "", address)
    return HttpResponse(body, content_type="image/png")


@lru_cache(maxsize=64)
def drawn(language, rules, strip, office, address):
    """The PNG; made once for the same words in each process."""
    picture = Card(SIZE, margin=80)
    signs = (
        [pgettext("一个字", word) for word in ("停", "查", "报")] if language != "en" else "停查报"
    )
    for place, sign in enumerate(signs):
        picture.square(sign, 80 + place * 320, 280)
    picture.y += 280 + 64
    picture.write(_("三不一要，我练过了"), 88, NAVY, after=50)
    for name, words in rules:
        picture.write(name, 76, NAVY, after=4)
        picture.write(words, 54, INK, after=44)
    picture.write(_("您也试试，几分钟：%(address)s") % {"address": address}, 40, INK, after=12)
    picture.write(office, 40, INK)
    picture.band(strip, 46, 150)
    return picture.png()
