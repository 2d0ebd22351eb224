"""What `make run` says, and what it sees to, before the server starts."""

import os
import subprocess
import sys

import pytest

from awareness.delivery import hosts
from awareness.front import start
from awareness.front.management.commands.prepare import Command
from awareness.lib import pdf_libraries
from awareness.pdf import requests
from tests.browser.server import ROOT


@pytest.fixture
def tried(settings, monkeypatch):
    settings.TRIAL = settings.PRIVATE_HOSTS = True
    settings.PORT = 8000
    monkeypatch.setattr(hosts, "own_private_addresses", lambda: ["192.168.1.5", "10.0.0.2"])
    return settings


def test_a_site_for_this_machine_alone_says_no_more(tried):
    tried.HOST = "127.0.0.1"
    assert start.where(True) == [
        "网站在 http://127.0.0.1:8000/ （按 Ctrl+C 停下）",
        "编辑台在 http://127.0.0.1:8000/admin/",
        "还没有设 SITE_URL：页面和纸上印的网址是本机的，正式使用前请写进 .env。",
    ]


def test_a_site_for_all_beside_says_what_a_phone_can_open(tried):
    tried.HOST = "0.0.0.0"
    assert start.where(True)[:3] == [
        "网站在 http://127.0.0.1:8000/ （按 Ctrl+C 停下）",
        "同一个局域网里的手机打开 http://192.168.1.5:8000/",
        "同一个局域网里的手机打开 http://10.0.0.2:8000/",
    ]


def test_a_site_at_one_address_says_that_one(tried):
    tried.HOST = "192.168.1.9"
    assert "同一个局域网里的手机打开 http://192.168.1.9:8000/" in start.where(True)
    assert "编辑台在 http://192.168.1.9:8000/admin/" in start.where(True)


def test_a_site_with_its_own_address_invites_to_no_other(tried):
    tried.TRIAL = tried.PRIVATE_HOSTS = False
    tried.HOST, tried.SITE_URL = "0.0.0.0", "https://fangpian.example"
    assert start.where(True) == [
        "网站在 http://127.0.0.1:8000/ （按 Ctrl+C 停下）",
        "编辑台在 https://fangpian.example/admin/",
    ]


def test_a_cache_that_does_nothing_yet_is_named(tried):
    assert not any("CACHE_URL" in line for line in start.where(True))
    tried.CACHE_IS_SET = True
    assert "环境变量 CACHE_URL 现在不起作用：本站还不用缓存服务器。" in start.where(True)


def test_an_address_that_is_not_this_machine_s_is_named(settings):
    settings.HOST = "198.51.100.7"
    assert start.port_is_taken().startswith("环境变量 HOST 的值不能用：198.51.100.7")


def test_once_the_libraries_are_there_sheets_are_made_at_once(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    requests.job_queue().refuse(requests.EVERY_SHEET)
    monkeypatch.setattr(pdf_libraries, "bring", lambda folder, say: False)
    Command().pdf_ways()
    assert requests.job_queue().refused_for(requests.EVERY_SHEET)
    monkeypatch.setattr(pdf_libraries, "bring", lambda folder, say: True)
    Command().pdf_ways()
    assert not requests.job_queue().refused_for(requests.EVERY_SHEET)


def test_the_pdf_process_is_told_of_the_private_folder(tmp_path):
    (tmp_path / "pdf-libraries").mkdir()
    words = "import os; print(os.environ['LD_LIBRARY_PATH'])"
    told = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", words],
        cwd=ROOT,
        env=os.environ | {"VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip().endswith(str(tmp_path / "pdf-libraries"))
    assert "LD_LIBRARY_PATH" in requests.KEPT_SURROUNDINGS
