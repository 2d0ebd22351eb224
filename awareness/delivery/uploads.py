"""Files that come with a form: held in memory, and no more of them than the site can use."""

from django.core.files.uploadhandler import MemoryFileUploadHandler

from awareness.lib.photos.photo import MOST_BYTES


class FirstMegabytes(MemoryFileUploadHandler):
    """Lets the first bytes of a request's files through and drops the rest as they come.

    A file cut off here is one chunk too large for `MOST_BYTES`: whoever takes it says so in the
    form, with all that was typed. Nothing is written to the disk.
    """

    let_through = 0

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.activated = True

    def receive_data_chunk(self, raw_data, start):
        if self.let_through <= MOST_BYTES:
            self.let_through += len(raw_data)
            super().receive_data_chunk(raw_data, start)
