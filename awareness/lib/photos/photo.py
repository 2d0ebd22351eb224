"""A stranger's photo made into clean pictures for a page: upright, sRGB, three widths, nothing else.

Only what the decoder sees is kept. The upload itself, its place and time (EXIF, GPS, XMP), its
comments and colour profile are not.
"""

import io
import threading
import warnings
from dataclasses import dataclass
from typing import BinaryIO

import pillow_heif
from PIL import ExifTags, Image, ImageCms, ImageOps

from awareness.lib.photos.file_kind import PNG, WEBP, end_of, hides_another, image_kind

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
MOST_TIMES_AS_LONG = 5  # a screenshot of a whole conversation cannot be read on a page
LIGHT = {360: 25_000, 720: 60_000, 1080: 110_000}  # width in pixels: bytes to aim at
WIDEST = max(LIGHT)
QUALITIES = (80, 72, 64, 56)  # tried until the picture is light; below, letters get dirty
BAND = 256  # rows that are made ready at a time

EMPTY = "这个文件是空的，请重新选一张。"
TOO_HEAVY = "这个文件超过20兆，请选小一点的，或者截屏后再传。"
TOO_MANY_PIXELS = "这张图太大，超过5000万像素，请选小一点的，或者截屏后再传。"
OTHER_KIND = "这不是能用的照片。请选手机拍的照片，或者截屏；动图、文档和网页不能用。"
MOVES = "这是会动的图，不能用。请截屏后再传。"
HIDES_ANOTHER = "这个文件里除了照片还夹着别的内容，不能用。请截屏后再传。"
CUT_OFF = "这张图不完整，可能没有传完，请再选一次。"
UNREADABLE = "这张图打不开，可能已经坏了，请换一张，或者截屏后再传。"
TOO_LONG = "这张图太长，在网页上看不清。请只截要紧的一段再传。"

pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
# A photo may take 400 MB while it is decoded: one at a time in each process.
_one_at_a_time = threading.Lock()


class PhotoRefused(Exception):
    """A photo that is not taken in; str() is one plain sentence for the person who chose it."""


@dataclass(frozen=True)
class Rendition:
    """The photo at one width, in pixels, as two files."""

    width: int
    height: int
    webp: bytes
    jpeg: bytes


@dataclass(frozen=True)
class TakenIn:
    """A photo ready for a page: renditions from the narrowest to the widest."""

    renditions: tuple[Rendition, ...]

    @property
    def widest(self) -> Rendition:
        return self.renditions[-1]


def take_in(file: BinaryIO) -> TakenIn:
    """The photo in FILE (JPEG, PNG, WebP or HEIC) made ready; Refused if it cannot or must not be."""
    data = file.read(MOST_BYTES + 1)
    kind = _allowed_kind(data)
    with _one_at_a_time:
        image = _decoded(data, kind)
        return TakenIn(tuple(_rendition(image, width) for width in widths(image.width)))


def widths(natural: int) -> list[int]:
    """The widths for a photo NATURAL pixels wide: never wider than itself."""
    return [*(width for width in LIGHT if width < natural), natural][: len(LIGHT)]


def _allowed_kind(data: bytes) -> str:
    if not data:
        raise PhotoRefused(EMPTY)
    if len(data) > MOST_BYTES:
        raise PhotoRefused(TOO_HEAVY)
    kind = image_kind(data)
    if kind is None:
        raise PhotoRefused(OTHER_KIND)
    end = end_of(kind, data)
    if end is None:
        raise PhotoRefused(CUT_OFF)
    if hides_another(data, end):
        raise PhotoRefused(HIDES_ANOTHER)
    return kind


def _decoded(data: bytes, kind: str) -> Image.Image:
    """The photo upright in sRGB, at least as wide as the widest rendition if it is so itself."""
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=[kind]) as image,
        ):
            _refuse_by_header(image, kind)
            return _upright(image)
    except PhotoRefused:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoRefused(TOO_MANY_PIXELS) from error
    except Exception as error:  # a decoder may fail in any way on a stranger's bytes
        raise PhotoRefused(UNREADABLE) from error


def _refuse_by_header(image: Image.Image, kind: str) -> None:
    short, long = sorted(image.size)
    if short * long > MOST_PIXELS:
        raise PhotoRefused(TOO_MANY_PIXELS)
    if long > short * MOST_TIMES_AS_LONG:
        raise PhotoRefused(TOO_LONG)
    if kind in {PNG, WEBP} and getattr(image, "is_animated", False):
        raise PhotoRefused(MOVES)


def _upright(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    turn = _orientation(image)
    image.draft("RGB", (WIDEST, WIDEST))  # a JPEG is decoded at a half, a quarter, an eighth
    small = _as_srgb(_reduced(image, sideways=turn in {5, 6, 7, 8}), profile)
    small.info.clear()
    small.getexif()[ExifTags.Base.Orientation] = turn
    upright = ImageOps.exif_transpose(small)
    width = min(upright.width, WIDEST)
    upright = upright.resize((width, _height(upright, width)), Image.Resampling.LANCZOS)
    upright.info.clear()
    return upright


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # broken notes do not make a good photo bad
        return 1


def _reduced(image: Image.Image, sideways: bool) -> Image.Image:
    """IMAGE in plain colours, halved or more as long as it stays wide enough; band by band, so
    that it never stands twice in memory."""
    times = max(1, (image.height if sideways else image.width) // WIDEST)
    size = (-(-image.width // times), -(-image.height // times))
    small = Image.new("CMYK" if image.mode == "CMYK" else "RGB", size)
    rows = max(1, BAND // times)
    for top in range(0, size[1], rows):
        bottom = min((top + rows) * times, image.height)
        band = image.crop((0, top * times, image.width, bottom))
        small.paste(_plain(band).reduce(times), (0, top))
    return small


def _plain(band: Image.Image) -> Image.Image:
    """BAND in RGB on white; CMYK stays, for its profile."""
    if band.mode == "CMYK":
        return band
    if band.mode.startswith("I"):  # 16 bits a grey
        band = band.point(lambda value: value * (1 / 257)).convert("L")
    if not band.has_transparency_data:
        return band.convert("RGB")
    white = Image.new("RGBA", band.size, "white")
    return Image.alpha_composite(white, band.convert("RGBA")).convert("RGB")


def _as_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            return _converted(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile for other colours than these, or a broken one
    return image.convert("RGB")


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    srgb = ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, profile, srgb, outputMode="RGB")
    return converted or image


def _height(image: Image.Image, width: int) -> int:
    return max(1, round(image.height * width / image.width))


def _rendition(image: Image.Image, width: int) -> Rendition:
    small = image.resize((width, _height(image, width)), Image.Resampling.LANCZOS)
    light = LIGHT.get(width, LIGHT[WIDEST])
    return Rendition(
        width,
        small.height,
        webp=_lightest(small, light, "WEBP"),
        jpeg=_lightest(small, light, "JPEG", optimize=True, progressive=True),
    )


def _lightest(image: Image.Image, light: int, kind: str, **options: bool) -> bytes:
    """IMAGE as a file of KIND at the best quality that stays LIGHT, in bytes, or at the least."""
    for quality in QUALITIES:
        file = io.BytesIO()
        image.save(file, kind, quality=quality, **options)
        if file.tell() <= light:
            break
    return file.getvalue()
