"""What whoever starts the server must know: whether its port is free, and where to open the site."""

import errno

from django.conf import settings

from awareness.delivery.hosts import listens_at, open_beside
from awareness.lib.network.ports import try_port, who_listens


def port_is_taken() -> str:
    """Why the server cannot listen, or nothing. It would share a taken port silently, and readers
    would get either."""
    try:
        try_port(settings.HOST, settings.PORT)
    except OSError as error:
        return _why_not(error)
    return ""


def _why_not(error: OSError) -> str:
    if error.errno == errno.EADDRNOTAVAIL:
        return f"环境变量 HOST 的值不能用：{settings.HOST} 不是这台机器的地址。"
    if error.errno == errno.EACCES:
        return f"端口{settings.PORT}要管理员才能用，请换一个：make run PORT=8080"
    holder = who_listens(settings.PORT)
    named = f"（进程{holder}）" if holder else ""
    return f"端口{settings.PORT}已经有程序在用{named}，请先停下它，或者换一个：make run PORT=8080"


def where(serve: bool) -> list[str]:
    """Lines that say where to open the site and the desk; with SERVE it is about to open."""
    lines = []
    if serve:
        lines.append(f"网站在 {listens_at()}/ （按 Ctrl+C 停下）")
        lines += [f"同一个局域网里的手机打开 {site}/" for site in open_beside()]
    site = listens_at() if settings.TRIAL else settings.SITE_URL
    lines.append(f"编辑台在 {site}/{settings.DESK_PATH}")
    if settings.CACHE_IS_SET:
        lines.append("环境变量 CACHE_URL 现在不起作用：本站还不用缓存服务器。")
    if settings.TRIAL:
        lines.append("还没有设 SITE_URL：页面和纸上印的网址是本机的，正式使用前请写进 .env。")
    return lines
