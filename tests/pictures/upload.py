"""The upload form of the desk, filled in as on a phone."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from awareness.pictures.models import Picture
from tests.photos import a_jpeg

WORDS = "一条短信，说医保卡停用，要点一个网址。"


def upload(client, data=None, name="IMG_0001.jpg", **fields):
    """The answer to the form with a photo DATA (a good one by default, None in FIELDS: no such field)."""
    values = {"description_zh_hans": WORDS, "checked_for_people": "on"} | fields
    values = {key: value for key, value in values.items() if value is not None}
    if data != b"no file":
        photo = a_jpeg() if data is None else data
        values["file"] = SimpleUploadedFile(name, photo, "application/octet-stream")
    return client.post(reverse("admin:pictures_picture_add"), values)


def uploaded(client, data=None, **fields) -> Picture:
    """The picture that comes of it."""
    answer = upload(client, data, **fields)
    assert answer.status_code == 302, answer.context["errors"]
    return Picture.objects.latest("pk")


def files_in(folder) -> list[str]:
    """Every file below FOLDER, by its name in its folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
