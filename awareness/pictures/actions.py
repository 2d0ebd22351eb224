"""From an uploaded file to a picture of the site."""

from contextlib import suppress
from dataclasses import asdict

from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from awareness.lib.photos.photo import PhotoRefused, TakenIn, take_in

from . import store
from .models import Picture
from .store import Kept

SALT = "pictures.kept"
SMALLEST = 200  # pixels on the longer side: nobody makes out anything on less
TOO_SMALL = f"这张图太小，长边不到{SMALLEST}像素，看不清。请选原图，或者重新截屏。"
HALF_A_DAY = store.DAY // 2  # well before what no row names is swept


def receive(file: UploadedFile) -> Kept:
    """Make FILE ready and keep it; Refused, with one sentence, if that cannot be.

    Decoding takes a second: done once for each upload, however often it is asked for.
    """
    if not hasattr(file, "outcome"):
        store.remove_orphans(set(Picture.objects.values_list("key", flat=True)))
        try:
            file.outcome = store.store_picture(_large_enough(take_in(file)))
        except PhotoRefused as refusal:
            file.outcome = refusal
    if isinstance(file.outcome, PhotoRefused):
        raise file.outcome
    return file.outcome


def _large_enough(taken: TakenIn) -> TakenIn:
    if max(taken.widest.width, taken.widest.height) < SMALLEST:
        raise PhotoRefused(TOO_SMALL)
    return taken


def ticket(kept: Kept) -> str:
    """What a form carries so that a photo which has come need not be sent again."""
    return signing.dumps(asdict(kept), salt=SALT)


def redeem(words: str) -> Kept | None:
    """The photo that the ticket WORDS stands for, if it is genuine and the photo still there."""
    with suppress(signing.BadSignature):
        kept = Kept(**signing.loads(words, salt=SALT, max_age=HALF_A_DAY))
        return kept if store.is_kept(kept) else None
    return None
