"""What a village loudspeaker says of each scam type, to be read out by anybody."""

from dataclasses import dataclass

from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.guide.models import ScamType
from awareness.lib.text.lines import sentences
from awareness.lib.text.placeholders import fill_numbers
from awareness.lib.text.speaking_time import seconds_aloud
from awareness.office import notices
from awareness.translation.rows import InLanguage, readings


@dataclass(frozen=True)
class CallScript:
    """What is said of KIND, sentence by sentence, hotlines still as {110}."""

    kind: InLanguage
    sentences: list[str]

    @property
    def seconds(self) -> float:
        """As it is read out: each digit of a hotline is a word of its own."""
        spoken = notices.spoken_keys(self.kind.language)
        return seconds_aloud(fill_numbers(" ".join(self.sentences), spoken))

    @property
    def about(self) -> int:
        """Seconds, as one would say them: to the next five."""
        return 5 * round(self.seconds / 5)


def scripts() -> list[CallScript]:
    """In the active language where a type has it, else as it was written; none for a type without."""
    found = readings(ScamType.objects.live())
    scripts = [CallScript(kind, sentences(kind.raw.loudspeaker)) for kind in found]
    return [script for script in scripts if script.sentences]


@require_safe
def loudspeaker(request):
    return render_page(request, "sheets/loudspeaker.html", {"scripts": scripts()})
