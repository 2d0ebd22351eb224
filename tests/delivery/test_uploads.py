"""However much is sent with a form, the site holds no more of it than it can use."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from awareness.lib.photos.photo import MOST_BYTES

MEGABYTE = 1024 * 1024


def sent(*sizes):
    """A form with files of SIZES, in bytes, as it arrives."""
    files = [SimpleUploadedFile("a", bytes(size)) for size in sizes]
    return RequestFactory().post("/", {"file": files, "words": "写好的话"})


def held(request):
    return [len(file.read()) for file in request.FILES.getlist("file")]


def test_files_that_fit_arrive_whole():
    assert held(sent(3 * MEGABYTE, 1)) == [3 * MEGABYTE, 1]


def test_the_rest_of_a_huge_file_is_dropped_as_it_comes_and_the_words_stay():
    request = sent(MOST_BYTES + 9 * MEGABYTE)
    (size,) = held(request)
    assert MOST_BYTES < size <= MOST_BYTES + MEGABYTE
    assert request.POST["words"] == "写好的话"
    assert not hasattr(request.FILES["file"], "temporary_file_path")


def test_many_files_together_are_held_like_one():
    assert sum(held(sent(*[12 * MEGABYTE] * 3))) <= MOST_BYTES + MEGABYTE
