"""Photos as phones and strangers send them, all drawn here: nobody's holiday is in the repository."""

import io
import struct
import zipfile
import zlib

from PIL import ExifTags, Image, ImageCms, ImageFilter

from awareness.lib.photos import photo  # noqa: F401 - lets Pillow read and write HEIC

CORNERS = {"red": (0, 0), "lime": (1, 0), "blue": (0, 1), "yellow": (1, 1)}
PLACE = b"31.2304"  # stands in no clean picture


def a_photo(width=1600, height=1200, mode="RGB") -> Image.Image:
    """Four fields: red, green / blue, yellow; tells how it was turned."""
    image = Image.new("RGB", (width, height))
    for colour, (right, below) in CORNERS.items():
        corner = (right * width // 2, below * height // 2)
        image.paste(Image.new("RGB", (-(-width // 2), -(-height // 2)), colour), corner)
    return image.convert(mode)


def a_street(width=4000, height=3000) -> Image.Image:
    """As rich as a photo of a street: light and shade at every size."""
    layers = [
        Image.effect_noise((width // step + 1, height // step + 1), 60).resize((width, height))
        for step in (400, 90, 24)
    ]
    light = Image.blend(Image.blend(layers[0], layers[1], 0.4), layers[2], 0.25)
    channels = [light, light.transpose(Image.Transpose.FLIP_LEFT_RIGHT), layers[0]]
    return Image.merge("RGB", channels).filter(ImageFilter.GaussianBlur(1))


def saved(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def a_jpeg(**options) -> bytes:
    return saved(a_photo(), "JPEG", **options)


def notes_of_a_phone(turn=1) -> bytes:
    """EXIF with a place, a camera and the way the phone was held."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    exif[ExifTags.Base.Make] = "Phone"
    exif[ExifTags.Base.ImageDescription] = PLACE.decode()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (31.0, 13.0, 49.4), 3: "E"})
    return exif.tobytes()


def held(turn: int) -> Image.Image:
    """The photo's pixels as a phone held in the way TURN (1 to 8, EXIF) writes them."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return a_photo().transpose(undo[turn]) if turn in undo else a_photo()


def a_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def an_animation(kind: str) -> bytes:
    frames = [Image.new("RGB", (400, 300), colour) for colour in ("red", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=200)


def two_views() -> bytes:
    """A JPEG with a second one behind it (Multi-Picture Format), as many phones write."""
    return saved(a_photo(), "MPO", save_all=True, append_images=[a_photo(400, 300)])


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises WIDTH times HEIGHT pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def a_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("run.html", "<script>alert(1)</script>" * 20)
    return file.getvalue()
