"""A link to an official site that does not exist is found, if the network can say so."""

import socket

import pytest
from django.test import Client
from django.urls import reverse

from awareness.content_checks import dead_links
from awareness.office.roles import Role
from tests.make import a_staff_member, come_in, draft_warning


@pytest.fixture
def directory(monkeypatch):
    """A network whose directory knows the hosts of the set it gives."""
    known = {"www.gov.cn", "www.12377.cn", "www.mps.gov.cn"}
    asked = []

    def look_up(host, port):
        asked.append(host)
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        return []

    monkeypatch.setattr(dead_links.socket, "getaddrinfo", look_up)
    dead_links.dead_hosts.cache_clear()
    yield known, asked
    dead_links.dead_hosts.cache_clear()


def found(text):
    return [one.text for one in dead_links.find_dead(text, ["gov.cn", "12377.cn"])]


def test_a_slip_in_an_official_name_is_found(directory):
    assert found("看 www.mps.gov.cn 和 https://www.mqs.gov.cn/a。") == ["www.mqs.gov.cn"]


def test_other_sites_are_not_asked_for(directory):
    assert found("假网址 shop.example，别点。转账50000.00元。") == []
    assert directory[1] == []


def test_without_a_network_nothing_is_said(directory):
    directory[0].clear()
    assert found("看 www.mps.gov.cn。") == []


def test_a_directory_that_fails_says_nothing(directory, monkeypatch):
    def fails(host, port):
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    monkeypatch.setattr(dead_links.socket, "getaddrinfo", fails)
    assert found("看 www.mqs.gov.cn。") == []


def test_it_blocks_the_publishing(db, directory):
    reviewer = come_in(Client(), a_staff_member(role=Role.REVIEWER))
    warning = draft_warning(happened_zh_hans="请看 www.mqs.gov.cn 的提醒。")
    page = reviewer.get(reverse("admin:cases_warning_publish", args=[warning.pk]))
    assert "没有叫www.mqs.gov.cn的网站" in page.content.decode()
