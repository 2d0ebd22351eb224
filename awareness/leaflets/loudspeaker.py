"""What a village loudspeaker says of each scam type, to be read out by anybody."""

from dataclasses import dataclass

from django.views.decorators.http import require_safe

from awareness.delivery.pages import page
from awareness.guide.models import ScamType
from awareness.lib.lines import sentences
from awareness.lib.numbers import fill_numbers
from awareness.lib.spoken import seconds_aloud
from awareness.office import notices
from awareness.publishing.languages import Reading, readings


@dataclass(frozen=True)
class Script:
    """What is said of KIND, sentence by sentence, hotlines still as {110}."""

    kind: Reading
    sentences: list[str]

    @property
    def seconds(self) -> float:
        """As it is read out: each digit of a hotline is a word of its own."""
        spoken = notices.spoken(self.kind.language)
        return seconds_aloud(fill_numbers(" ".join(self.sentences), spoken))

    @property
    def about(self) -> int:
        """Seconds, as one would say them: to the next five."""
        return 5 * round(self.seconds / 5)


def scripts() -> list[Script]:
    """In the active language where a type has it, else as it was written; none for a type without."""
    found = readings(ScamType.objects.live())
    scripts = [Script(kind, sentences(kind.raw.loudspeaker)) for kind in found]
    return [script for script in scripts if script.sentences]


@require_safe
def loudspeaker(request):
    return page(request, "leaflets/loudspeaker.html", {"scripts": scripts()})
