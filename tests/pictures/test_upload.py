"""A photo goes from the phone to the desk: clean, whole, described; or is refused in a sentence."""

import errno
import os
import re
import time
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from awareness.lib.photos import photo
from awareness.office.models import Office, Staff
from awareness.office.roles import Role
from awareness.pictures import actions, store
from awareness.pictures.models import Picture
from tests import photos
from tests.make import a_staff_member, come_in

from .upload import WORDS, files_in, upload, uploaded

FILES = ["1080.jpg", "1080.webp", "360.jpg", "360.webp", "720.jpg", "720.webp"]


def as_someone(role, office=None):
    return come_in(Client(), a_staff_member(role=role, office=office))


def test_a_photo_is_taken_in_with_its_words(desk, media):
    picture = uploaded(desk)
    assert (picture.width, picture.height, picture.sizes()) == (1080, 810, [360, 720, 1080])
    assert (picture.description_zh_hans, picture.made_by.username) == (WORDS, "boss")
    assert files_in(media / "pictures") == [f"{picture.key}/{name}" for name in FILES]


def test_the_new_picture_is_shown_at_once(desk):
    page = desk.get(upload(desk).url).content.decode()
    assert "图片存好了，现在可以放进预警或案例。" in page
    address = re.search(r'<img src="(/media/[^"]+)" width="240" height="180"', page)[1]
    assert desk.get(address)["Content-Type"] == "image/jpeg"


def test_where_and_when_a_photo_was_taken_is_nowhere_on_the_disk(desk, media):
    uploaded(desk, photos.a_jpeg(exif=photos.notes_of_a_phone(6), comment=photos.PLACE))
    for name in files_in(media):
        path = media / name
        assert photos.PLACE not in path.read_bytes()
        with Image.open(path) as image:
            assert not image.getexif() and image.width < image.height


def test_an_iphone_photo_is_taken_in_whatever_it_is_called(desk):
    assert uploaded(desk, photos.saved(photos.a_photo(), "HEIF"), name="照片").width == 1080


BAD = {
    "empty": (b"", photo.EMPTY),
    "page": (b"<!doctype html><script>alert(1)</script>", photo.OTHER_KIND),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", photo.OTHER_KIND),
    "pdf": (b"%PDF-1.7", photo.OTHER_KIND),
    "photo and archive": (photos.a_jpeg() + photos.a_zip(), photo.HIDES_ANOTHER),
    "cut off": (photos.a_jpeg()[:2000], photo.CUT_OFF),
    "bomb": (photos.a_png_that_says(60_000, 60_000), photo.TOO_MANY_PIXELS),
    "moving": (photos.an_animation("PNG"), photo.MOVES),
    "too small": (photos.saved(photos.a_photo(199, 150)), actions.TOO_SMALL),
    "too heavy": (b"\xff\xd8\xff" + bytes(photo.MOST_BYTES), photo.TOO_HEAVY),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused_leaves_nothing_but_a_sentence_and_what_was_typed(desk, media, name):
    data, sentence = BAD[name]
    answer = upload(desk, data, name="photo.jpg")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert sentence in page
    assert WORDS in page
    assert not Picture.objects.exists()
    assert files_in(media) == []


def test_a_photo_without_words_is_not_sent_twice(desk):
    answer = upload(desk, description_zh_hans=None)
    page = answer.content.decode()
    assert "请写一句图片说明，或者勾上“装饰图”。" in page
    assert "照片收到了，不用再选。" in page
    assert not Picture.objects.exists()
    ticket = re.search(r'name="kept" value="([^"]+)"', page)[1]
    assert uploaded(desk, b"no file", kept=ticket).description_zh_hans == WORDS


@pytest.mark.parametrize(
    ("typed", "says"), [("打13912345678问。", "13912345678"), ("字" * 301, "300")]
)
def test_words_that_are_refused_are_not_asked_for_as_well(desk, typed, says):
    page = upload(desk, description_zh_hans=typed)
    assert says in str(page.context["errors"])
    assert "请写一句图片说明" not in page.content.decode()
    assert not Picture.objects.exists()


def test_a_small_photo_that_can_still_be_made_out_is_taken(desk):
    assert uploaded(desk, photos.saved(photos.a_photo(150, 200))).height == 200


def test_a_ticket_that_is_made_up_or_old_is_worth_nothing(desk, time_machine):
    page = upload(desk, description_zh_hans=None).content.decode()
    ticket = re.search(r'name="kept" value="([^"]+)"', page)[1]
    assert "请选一张照片。" in upload(desk, b"no file", kept=ticket[:-1]).content.decode()
    time_machine.move_to(timezone.now() + timedelta(hours=13))
    come_in(desk, Staff.objects.get(username="boss"))
    assert "请选一张照片。" in upload(desk, b"no file", kept=ticket).content.decode()
    assert not Picture.objects.exists()


def test_a_decoration_needs_no_words(desk):
    assert uploaded(desk, description_zh_hans=None, decorative="on").decorative


def test_nobody_forgets_to_look_for_faces_and_names(desk):
    page = upload(desk, checked_for_people=None).content.decode()
    assert "请先看一遍，都盖住了再勾上。" in page
    assert "人脸、车牌、门牌" in page
    assert not Picture.objects.exists()


def test_no_photo_at_all_is_a_sentence(desk):
    assert "请选一张照片。" in upload(desk, b"no file").content.decode()


def test_the_same_photo_is_kept_once(desk, media):
    first = uploaded(desk)
    page = upload(desk, description_zh_hans="另一句。").content.decode()
    assert f"这张图已经传过了：“{first}”" in page
    assert Picture.objects.count() == 1
    assert len(files_in(media)) == 6


def test_the_words_can_be_changed_and_the_photo_stays(desk):
    picture = uploaded(desk)
    url = reverse("admin:pictures_picture_change", args=[picture.pk])
    assert desk.post(url, {"description_zh_hans": "一条假短信。"}).status_code == 302
    changed = Picture.objects.get()
    assert (changed.description_zh_hans, changed.key) == ("一条假短信。", picture.key)
    assert changed.checked_for_people
    page = desk.post(url, {"description_zh_hans": ""}).content.decode()
    assert "请写一句图片说明" in page


def test_the_database_refuses_a_picture_without_words(desk):
    picture = uploaded(desk)
    for words in ("", None):
        with pytest.raises(IntegrityError), transaction.atomic():
            Picture.objects.filter(pk=picture.pk).update(description_zh_hans=words)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_full_or_locked_disk_is_a_sentence_and_leaves_no_half_picture(
    desk, media, monkeypatch, number
):
    written = iter(range(100))

    def no_more(handle):
        if next(written) >= 3:
            raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", no_more)
    page = upload(desk).content.decode()
    assert (store.FULL if number == errno.ENOSPC else store.UNWRITABLE) in page
    assert WORDS in page
    assert not Picture.objects.exists()
    assert files_in(media) == []


def test_a_folder_that_cannot_be_made_is_a_sentence(desk, media):
    media.write_text("in the way")
    assert store.UNWRITABLE in upload(desk).content.decode()


def test_what_broken_off_uploads_left_is_swept_after_a_day(desk, media):
    kept = uploaded(desk).key
    long_ago = time.time() - store.DAY - 60
    for name in ("0" * 32, ".new-abc", kept, "1" * 32):
        folder = media / "pictures" / name
        folder.mkdir(exist_ok=True)
        (folder / "360.jpg").write_bytes(b"old")
        os.utime(folder / "360.jpg", (long_ago, long_ago))
    (media / "pictures" / ("1" * 32) / ".new-xyz").write_bytes(b"just being written")
    upload(desk, photos.saved(photos.a_photo(500, 400)))
    left = {path.name for path in (media / "pictures").iterdir()}
    assert left == {*Picture.objects.values_list("key", flat=True), "1" * 32}
    assert kept in left


def test_an_editor_uploads_for_the_own_office_and_changes_no_others(db):
    elsewhere = Office.objects.create(slug="elsewhere", name_zh_hans="别处", phone="110")
    own, other = as_someone(Role.EDITOR), as_someone(Role.EDITOR, elsewhere)
    picture = uploaded(own)
    assert picture.office.is_main
    url = reverse("admin:pictures_picture_change", args=[picture.pk])
    assert other.post(url, {"description_zh_hans": "别的话。"}).status_code == 403
    assert Picture.objects.get().description_zh_hans == WORDS


def test_who_only_looks_uploads_nothing(db, media):
    assert upload(as_someone(Role.AUDITOR)).status_code == 403
    assert files_in(media) == []


def test_a_visitor_uploads_nothing(visitor, media):
    assert upload(visitor).url.startswith("/admin/login/")
    assert files_in(media) == []
