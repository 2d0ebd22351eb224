"""Everything between 'installed' and 'serving', done only where something is missing or has changed.

One process, so that a second start is fast: tables, starter content, interface text, static
files, and the first person at the desk.
"""

import errno
import fcntl
import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from awareness.lib.catalogues import compile_catalogues
from awareness.lib.ports import try_port, who_listens
from awareness.office.staffing import first_administrator
from awareness.publishing.due import empty_bin
from awareness.publishing.seeding import seed


class Command(BaseCommand):
    help = "建表、装入初始内容、编译界面文字、收集静态文件、建第一个工作人员。"

    def add_arguments(self, parser):
        parser.add_argument("--serve", action="store_true", help="接着要开网站：看看端口空不空。")

    def handle(self, serve, **options):
        with (settings.VAR_DIR / "prepare.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # a second start waits for the first
            compile_catalogues(settings.BASE_DIR / "awareness" / "locale")
            self.migrate()
            if made := seed(settings.BASE_DIR / "fixtures"):
                self.stdout.write(f"装入初始内容{made}条。")
            empty_bin()
            self.collect_if_changed()
            self.first_staff()
        self.say_where()
        if serve:
            self.refuse_taken_port()

    def migrate(self):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)

    def collect_if_changed(self):
        """Static files, unless these very files were collected before."""
        sign = hashlib.sha256()
        files = (path for path in (settings.BASE_DIR / "static").rglob("*") if path.is_file())
        for path in sorted([*files, settings.BASE_DIR / "requirements.txt"]):
            sign.update(str(path).encode() + path.read_bytes())
        stamp = Path(settings.STATIC_ROOT) / "collected.stamp"
        if not stamp.exists() or stamp.read_text() != sign.hexdigest():
            self.collect()
            stamp.write_text(sign.hexdigest())

    def collect(self):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)

    def first_staff(self):
        if password := first_administrator():
            self.stdout.write(
                f"第一次登录：用户名 admin，一次性密码 {password}（只显示这一次，登录后要改）"
            )

    def say_where(self):
        self.stdout.write(f"编辑台在 {settings.SITE_URL}/{settings.DESK_PATH}")
        if "SITE_URL" not in os.environ:
            self.stdout.write(
                "还没有设 SITE_URL：页面和纸上印的网址是本机的，正式使用前请写进 .env。"
            )

    def refuse_taken_port(self):
        """The server would share a taken port silently, and readers would get either."""
        try:
            try_port(settings.HOST, settings.PORT)
        except OSError as error:
            raise CommandError(self.why_not(error)) from None

    def why_not(self, error: OSError) -> str:
        if error.errno == errno.EADDRNOTAVAIL:
            return f"环境变量 HOST 的值不能用：{settings.HOST} 不是这台机器的地址。"
        another = "请换一个：make run PORT=8080"
        if error.errno == errno.EACCES:
            return f"端口{settings.PORT}要管理员才能用，{another}"
        holder = who_listens(settings.PORT)
        named = f"（进程{holder}）" if holder else ""
        return (
            f"端口{settings.PORT}已经有程序在用{named}，请先停下它，或者换一个：make run PORT=8080"
        )
