"""A text at the desk: where its pages are, and what a person does on them."""

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import RequestFactory
from django.urls import reverse

from awareness.publishing.scheduling import first_publish_due
from tests.make import form_values


def address(text, page, *more):
    label = f"admin:{text._meta.app_label}_{text._meta.model_name}_{page}"
    return reverse(label, args=[text.pk, *more])


def edit(client, text, **values):
    """Change VALUES in the form of TEXT and save it; the answer."""
    url = address(text, "change")
    return client.post(url, form_values(client, url) | values)


def read(visitor, text):
    return visitor.get(text.get_absolute_url()).content.decode()


def read_from_server(text):
    """The page of TEXT as it leaves the layer that is outside whatever keeps pages."""
    server = first_publish_due(WSGIHandler())
    # As Django's own test client does: the connection is the test's, in its transaction.
    request_started.disconnect(close_old_connections)
    try:
        answer = server(RequestFactory().get(text.get_absolute_url()).environ, lambda *said: None)
        return b"".join(answer).decode()  # and is not closed, which ends the connection too
    finally:
        request_started.connect(close_old_connections)
