from awareness.delivery.pages import page
from awareness.guide.models import ScamType, Trait
from awareness.publishing.languages import readings


def check(request):
    """The door 是不是骗局: the four traits, and every type by the words one hears first."""
    return page(
        request,
        "check/check.html",
        {"traits": readings(Trait.objects.all()), "types": readings(ScamType.objects.live())},
    )
