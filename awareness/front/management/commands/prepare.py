"""Everything between 'installed' and 'serving', done only where something is missing or has changed.

One process, so that a second start is fast: tables, starter content, interface text, static
files, the first person at the desk, and what PDFs are drawn with.
"""

import fcntl
import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from awareness.front import start
from awareness.lib import pdf_libraries
from awareness.lib.catalogues import compile_catalogues
from awareness.office.staffing import first_administrator
from awareness.pdf import checks, requests
from awareness.publishing.scheduling import empty_bin
from awareness.publishing.seeding import seed
from awareness.publishing.starter_updates import update_untouched


class Command(BaseCommand):
    help = "建表、装入初始内容、编译界面文字、收集静态文件、建第一个工作人员、备好做PDF的库。"
    requires_system_checks = []  # see `handle`

    def add_arguments(self, parser):
        parser.add_argument("--serve", action="store_true", help="接着要开网站：看看端口空不空。")

    def handle(self, serve, **options):
        # What `pdf_ways` looks at, and says in a line of its own.
        settings.SILENCED_SYSTEM_CHECKS = [*settings.SILENCED_SYSTEM_CHECKS, checks.ID]
        self.check()
        with (settings.VAR_DIR / "prepare.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # a second start waits for the first
            compile_catalogues(settings.BASE_DIR / "awareness" / "locale")
            self.migrate()
            if made := seed(settings.BASE_DIR / "fixtures"):
                self.stdout.write(f"装入初始内容{made}条。")
            if updated := update_untouched(settings.BASE_DIR / "fixtures"):
                self.stdout.write(f"没有人改过的初始内容，跟着更新{updated}条。")
            empty_bin()
            self.collect_if_changed()
            self.first_staff()
            self.pdf_ways()
        if serve and (refusal := start.port_is_taken()):
            raise CommandError(refusal)
        for line in start.where(serve):
            self.stdout.write(line)

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

    def pdf_ways(self):
        if pdf_libraries.bring(checks.folder(), self.say):
            requests.job_queue().accept(requests.EVERY_SHEET)  # whatever was refused without them

    def say(self, words: str):
        """At once: what follows may take a while."""
        self.stdout.write(words)
        self.stdout.flush()
