"""The components, each with a sample, for staff who write templates."""

import re

from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import render
from django.template.loader import render_to_string

from awareness.cases.models import Warning
from awareness.guide.models import Rule, ScamType
from awareness.guide.reading import explain_cues
from awareness.pictures.models import Picture
from awareness.translation.rows import InLanguage, readings

FOLDER = settings.BASE_DIR / "templates" / "components"


def component_samples():
    """What each component is shown with; one that is not named takes nothing."""
    kind = InLanguage(ScamType.objects.live().first())
    warnings = readings(Warning.objects.newest_first()[:2])
    pieces, cues = explain_cues(
        kind.typical_phrases, kind.phrase_cues, kind.traits.all(), kind.language
    )
    return {
        "alerts": {"rows": warnings},
        "cues": {"cues": cues},
        "pen": {"name": "phone"},
        "picture": {
            "picture": InLanguage(picture) if (picture := Picture.objects.first()) else None
        },
        "review": {"text": kind},
        "rules": {"rules": readings(Rule.objects.all())},
        "says": {"pieces": pieces[0], "foreign": ""},
        "strip": {"name": "热线"},
        "take_away": {"sheet": "/rules/leaflet/", "to": "/family/leaflet/picture/"},
        "tel": {"slug": "110"},
        "trio": {"text": kind},
        "types": {"types": readings(ScamType.objects.live()[:3])},
        "untranslated": {"text": {"foreign": "zh-Hans"}},
        "urgent": {"warnings": warnings[:1]},
        "zi": {"name": "report"},
    }


@staff_member_required
def gallery(request):
    given = component_samples()
    return render(
        request,
        "front/gallery.html",
        {
            "components": [
                rendered_component(path, given.get(path.stem, {}), request)
                for path in sorted(FOLDER.glob("*.html"))
            ]
        },
    )


def rendered_component(path, context, request):
    """(name, what it takes, how it looks) of the component in PATH."""
    says = re.match(r"{% comment %}(.*?){% endcomment %}", path.read_text("utf-8"))
    html = render_to_string(f"components/{path.name}", context, request=request)
    return path.stem, says[1] if says else "", html
