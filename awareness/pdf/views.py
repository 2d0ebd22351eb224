"""A reader wants a sheet as a PDF. Only pressing the button (POST) lets one be made; looking (GET)
never does, so nothing that follows links or opens old tabs makes work."""

import logging
from dataclasses import dataclass
from math import ceil

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from awareness.delivery import reader
from awareness.delivery.pages import render_page, with_size
from awareness.lib.files.job_queue import Full, TooLong
from awareness.lib.network.rate_limit import RateLimit

from . import requests

logger = logging.getLogger(__name__)
LOOK_AGAIN = 1  # seconds between two looks of a reader who waits: most sheets take less
LONGEST_WAIT = 180  # seconds, after which a reader is told not to
COME_BACK = 60  # seconds
# New PDFs for one network address, in each page server: a whole hall may share one address.
PER_ADDRESS = RateLimit(most=30, seconds=600)


@dataclass(frozen=True)
class Wanted:
    """The PDF of HTML, its style inlined, as the file NAME.pdf."""

    key: str
    name: str
    html: str

    @classmethod
    def of(cls, html: str, name: str) -> "Wanted":
        name = requests.file_name(name)
        return cls(requests.key_of(html, name), name, html)

    def is_made(self) -> bool:
        return requests.is_made(self.key, self.name)


def pdf_response(request: HttpRequest, wanted: Wanted, words: dict, kept: dict) -> HttpResponse:
    """The answer at the address of WANTED: its file, the page where it is waited for, or a button.

    WORDS are what the pages say of the sheet (`again`: this address, `back`: that of the sheet);
    KEPT is the query that names it (pages.page).
    """
    asks = Asks(request, wanted, words, kept)
    try:
        return asks.to_make() if request.method == "POST" else asks.to_look()
    except Full:
        return asks.told_no("full", COME_BACK)
    except (OSError, TooLong) as error:
        logger.error("A PDF cannot be asked for: %r", error)
        return asks.told_no("failed", COME_BACK)


@dataclass(frozen=True)
class Asks:
    """One request for one PDF, and the answers that it may get."""

    request: HttpRequest
    wanted: Wanted
    words: dict
    kept: dict

    def to_look(self) -> HttpResponse:
        # The queue first: a sheet leaves it only when its file is there.
        waited = requests.job_queue().waits_for(self.wanted.key)
        if self.wanted.is_made():
            return self.led_to_file(302)
        if seconds := requests.refused_for(self.wanted.key):
            return self.told_no("failed", seconds)
        if waited is None:
            return self.shown("pdf/button.html", 200)
        requests.start_worker()  # it may have been killed; what waits was asked for before
        return self.told_to_wait() if waited < LONGEST_WAIT else self.told_no("full", COME_BACK)

    def to_make(self) -> HttpResponse:
        """303 in any case but a refusal, so that Back and reload never ask to send it again."""
        self.request.body  # noqa: B018 - nothing is taken from it; too much of it is refused
        if self.wanted.is_made():
            return self.led_to_file(303)
        # Otherwise a page elsewhere could use its readers, each with an address of their own.
        if not reader.sent_by_another_site(self.request) and not requests.refused_for(
            self.wanted.key
        ):
            if seconds := self.let_wait():
                return self.told_no("often", seconds)
            requests.start_worker()
        return self.led_to(with_size(self.request, self.words["again"]), 303)

    def let_wait(self) -> float:
        """Put the sheet into the queue; else the seconds until this reader may. Pressing twice is
        as pressing once."""
        queue, client = requests.job_queue(), reader.network(self.request) or ""
        waited = queue.waits_for(self.wanted.key)
        if waited is None:
            if seconds := PER_ADDRESS.wait(client):
                return seconds
            queue.put(self.wanted.key, f"{self.wanted.name}\n{self.wanted.html}".encode())
            PER_ADDRESS.count(client)
        elif waited >= LONGEST_WAIT:
            queue.wait_anew(self.wanted.key)
        return 0

    def led_to_file(self, status: int) -> HttpResponse:
        file = f"{self.wanted.name}.pdf"
        return self.led_to(reverse("sheet-file", args=[self.wanted.key, file]), status)

    def led_to(self, address: str, status: int) -> HttpResponse:
        answer = HttpResponseRedirect(address, status=status)
        return not_kept(answer)  # the file may have to be made again

    def told_to_wait(self) -> HttpResponse:
        answer = self.shown("pdf/wait.html", 202)
        answer.headers["Refresh"] = str(LOOK_AGAIN)
        return answer

    def told_no(self, why: str, seconds: float) -> HttpResponse:
        """Until when; and how the browser prints the same sheet. WHY: full, often or failed."""
        words = {"why": why}
        status = 429 if why == "often" else 503
        answer = self.shown("pdf/failed.html", status, words)
        answer.headers["Retry-After"] = str(ceil(seconds))
        return answer

    def shown(self, template: str, status: int, more: dict | None = None) -> HttpResponse:
        words = self.words | (more or {})
        return not_kept(render_page(self.request, template, words, status, self.kept))


def not_kept(answer: HttpResponse) -> HttpResponse:
    """What is said here may be otherwise in a second."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
