"""A taken port is noticed, and named the program that has it."""

import os
import socket

import pytest

from awareness.lib.network.ports import try_port, who_listens


@pytest.fixture
def taken():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_port_that_somebody_listens_at_is_taken(taken, host):
    with pytest.raises(OSError, match="in use"):
        try_port(host, taken)


def test_a_port_is_free_again_as_soon_as_its_server_is_gone():
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the site's does
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()  # its end of the connection lingers for a minute
    try_port("127.0.0.1", port)


def test_an_address_of_another_machine_cannot_be_listened_at():
    with pytest.raises(OSError, match="assign"):
        try_port("198.51.100.7", 8000)


def test_the_program_is_named(taken):
    assert who_listens(taken).split()[0] in {str(os.getpid()), str(os.getppid())}


def test_nobody_is_named_for_a_free_port(taken):
    assert who_listens(1) == ""
