"""Any photo of a phone becomes clean pictures of the page; anything else is refused in a sentence."""

import io

import pytest
from PIL import Image

from awareness.lib.photos import photo
from awareness.lib.photos.photo import PhotoRefused, take_in
from tests import photos
from tests.photos import a_jpeg, a_photo, saved

HELD = range(1, 9)
FILM = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + bytes(range(256)) * 40
SAMSUNG = b"\0\0\x01\x0a\x0e\0\0\0Image_UTC_Data1764000000000SEFH\x6b\0\0\0SEFT"


def taken(data):
    return take_in(io.BytesIO(data))


def opened(data):
    return Image.open(io.BytesIO(data))


def corners(image):
    """The colours of the four corners in reading order, as names."""
    names = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (1, 1, 0): "yellow"}
    far = image.width - 9, image.height - 9
    places = [(8, 8), (far[0], 8), (8, far[1]), far]
    return [names.get(tuple(value > 127 for value in image.getpixel(place))) for place in places]


def refusal(data):
    with pytest.raises(PhotoRefused) as caught:
        taken(data)
    return str(caught.value)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_each_kind_of_photo_becomes_three_widths_in_two_formats(kind):
    renditions = taken(saved(a_photo(), kind)).renditions
    assert [(r.width, r.height) for r in renditions] == [(360, 270), (720, 540), (1080, 810)]
    for rendition in renditions:
        for data, form in ((rendition.webp, "WEBP"), (rendition.jpeg, "JPEG")):
            image = opened(data)
            assert (image.format, image.size) == (form, (rendition.width, rendition.height))
            assert corners(image.convert("RGB")) == list(photos.CORNERS)


@pytest.mark.parametrize("turn", HELD)
def test_a_photo_stands_upright_however_the_phone_was_held(turn):
    widest = taken(saved(photos.held(turn), exif=photos.notes_of_a_phone(turn))).widest
    assert (widest.width, widest.height) == (1080, 810)
    assert corners(opened(widest.jpeg)) == list(photos.CORNERS)


@pytest.mark.parametrize("turn", HELD)
def test_an_iphone_photo_stands_upright_however_the_phone_was_held(turn):
    widest = taken(saved(photos.held(turn), "HEIF", exif=photos.notes_of_a_phone(turn))).widest
    assert corners(opened(widest.jpeg)) == list(photos.CORNERS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_place_camera_comment_and_profile_are_gone(kind):
    notes = {"exif": photos.notes_of_a_phone(), "icc_profile": photos.a_profile()}
    notes |= {"JPEG": {"comment": photos.PLACE}, "PNG": {}}.get(kind, {})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + photos.PLACE + b"</x:xmpmeta>"
    data = saved(a_photo(), kind, xmp=xmp, **notes)
    assert photos.PLACE in data
    for rendition in taken(data).renditions:
        for clean in (rendition.webp, rendition.jpeg):
            image = opened(clean)
            assert not image.getexif()
            assert not {"comment", "xmp", "icc_profile", "exif"} & set(image.info)
            assert photos.PLACE not in clean


def test_a_photo_is_never_enlarged():
    assert [r.width for r in taken(saved(a_photo(500, 900))).renditions] == [360, 500]
    assert [r.width for r in taken(saved(a_photo(90, 60))).renditions] == [90]


def test_a_tall_photo_is_as_wide_as_the_others():
    sizes = [(r.width, r.height) for r in taken(saved(a_photo(3000, 4000))).renditions]
    assert sizes == [(360, 480), (720, 960), (1080, 1440)]


def test_a_photo_of_a_street_is_light():
    for rendition in taken(saved(photos.a_street(), quality=92)).renditions:
        assert len(rendition.webp) <= photo.LIGHT[rendition.width]
        assert len(rendition.jpeg) <= photo.LIGHT[rendition.width]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_colours_of_every_kind_of_png_are_understood(mode):
    grey = Image.new("L", (400, 300), 200).convert("I;16" if mode == "I;16" else "L")
    if mode == "I;16":
        grey = grey.point(lambda value: value * 257)
    image = grey if mode == "I;16" else grey.convert(mode)
    pixel = opened(taken(saved(image, "PNG")).widest.jpeg).getpixel((200, 150))
    expected = 255 if mode == "1" else 200
    assert mode == "1" or all(abs(value - expected) <= 3 for value in pixel)
    assert len(pixel) == 3


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(kind, mode):
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": 0} if mode == "P" and kind == "PNG" else {}
    if mode == "P":
        image = Image.new("P", (400, 300), 0) if kind == "PNG" else image.convert("RGBA")
    pixel = opened(taken(saved(image, kind, **options)).widest.jpeg).getpixel((200, 150))
    assert min(pixel) >= 253


def test_a_photo_for_the_press_keeps_its_colours():
    red = Image.new("CMYK", (2400, 1800), (0, 255, 255, 0))
    pixel = opened(taken(saved(red)).widest.jpeg).getpixel((9, 9))
    assert pixel[0] > 200 and max(pixel[1:]) < 60


def test_a_broken_colour_profile_does_no_harm():
    assert taken(a_jpeg(icc_profile=b"no profile at all" * 20)).widest.width == 1080


def test_broken_notes_of_the_camera_do_no_harm():
    assert taken(a_jpeg(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 40)).widest.width == 1080


@pytest.mark.parametrize(
    "behind",
    [FILM, SAMSUNG, bytes(4096), a_jpeg(), FILM + SAMSUNG, b'[{"name":"watermark"}]jxrs'],
    ids=["film", "notes", "padding", "second", "film and notes", "watermark"],
)
def test_what_a_camera_puts_behind_a_photo_is_harmless_and_left_out(behind):
    rendition = taken(a_jpeg() + behind).widest
    assert rendition == taken(a_jpeg()).widest
    assert corners(opened(rendition.jpeg)) == list(photos.CORNERS)


def test_the_first_of_two_views_is_taken():
    assert corners(opened(taken(photos.two_views()).widest.jpeg)) == list(photos.CORNERS)


def test_an_iphone_photo_with_a_film_behind_is_taken():
    assert taken(saved(a_photo(), "HEIF") + SAMSUNG).widest.width == 1080


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
OTHER_KINDS = {
    "svg": SVG,
    "svg with a prologue": b"<?xml version='1.0'?>" + SVG,
    "page": b"<!doctype html><script>alert(1)</script>",
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "zip": photos.a_zip(),
    "gif": saved(a_photo(60, 60, "P"), "GIF"),
    "tiff": saved(a_photo(60, 60), "TIFF"),
    "bmp": saved(a_photo(60, 60), "BMP"),
    "avif": saved(a_photo(60, 60), "AVIF"),
    "text": "一张照片".encode(),
    "film": FILM,
    "page before a photo": b"<html></html>" + a_jpeg(),
    "zip before a photo": photos.a_zip() + a_jpeg(),
}


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_what_is_no_photo_is_refused_by_its_content(name):
    assert refusal(OTHER_KINDS[name]) == photo.OTHER_KIND


BEHIND = {
    "zip": photos.a_zip(),
    "page": b"\r\n<html><body onload=alert(1)>",
    "script": b"<script>alert(1)</script>",
    "php": b"<?php system($_GET[0]); ?>",
    "svg": SVG,
    "pdf": b"%PDF-1.7\n1 0 obj",
    "rar": b"Rar!\x1a\x07\x01\0",
    "program": b"MZ\x90\0\x03\0\0\0",
    "linux program": b"\x7fELF\x02\x01",
    "shell": b"#!/bin/sh\nrm -rf ~\n",
    "gif": saved(a_photo(60, 60, "P"), "GIF"),
    "film and zip": FILM + photos.a_zip(),
}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("name", BEHIND)
def test_a_photo_that_is_also_something_else_is_refused(kind, name):
    assert refusal(saved(a_photo(400, 300), kind) + BEHIND[name]) == photo.HIDES_ANOTHER


def test_a_page_inside_a_photos_comment_is_refused():
    page = a_jpeg(comment=b"<html><script>alert(1)</script></html>")
    assert refusal(page) == photo.HIDES_ANOTHER


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_that_did_not_arrive_whole_is_refused(kind, share):
    data = saved(photos.a_street(900, 700), kind)
    assert refusal(data[: int(len(data) * share)]) in {photo.CUT_OFF, photo.UNREADABLE}


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(kind):
    assert refusal(photos.an_animation(kind)) == photo.MOVES


def test_nothing_is_refused_as_empty():
    assert refusal(b"") == photo.EMPTY


def test_over_twenty_megabytes_are_refused_and_not_read_on():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 < size <= photo.MOST_BYTES + 1
            return bytes(size)

    with pytest.raises(PhotoRefused, match="超过20兆"):
        take_in(Endless())


@pytest.mark.parametrize("size", [(8000, 6251), (12_000, 12_000), (100_000, 100_000)])
def test_a_small_file_that_unfolds_to_a_huge_picture_is_refused_by_its_header(size):
    data = photos.a_png_that_says(*size)
    assert len(data) < 1000
    assert refusal(data) == photo.TOO_MANY_PIXELS


def test_a_header_that_promises_less_than_the_picture_is_refused():
    data = bytearray(saved(Image.new("RGB", (3000, 3000)), "HEIF"))
    place = data.find(b"ispe") + 8
    data[place : place + 8] = (64).to_bytes(4, "big") * 2
    assert refusal(bytes(data)) == photo.UNREADABLE


def test_a_photo_of_thousands_of_layers_is_refused():
    data = saved(a_photo(400, 300), progressive=True)
    start = data.rindex(b"\xff\xda")
    layers = data[:-2] + data[start:-2] * 200 + data[-2:]
    assert refusal(layers) == photo.CUT_OFF


def test_a_picture_of_a_whole_conversation_is_refused():
    assert refusal(saved(a_photo(300, 1600))) == photo.TOO_LONG


def test_noise_after_a_good_beginning_never_breaks_the_program():
    good = saved(photos.a_street(300, 200))
    for place in range(2, len(good), len(good) // 60):
        bad = good[:place] + bytes([good[place] ^ 0x5A]) + good[place + 1 :]
        try:
            taken(bad)
        except PhotoRefused as refused:
            assert str(refused)
