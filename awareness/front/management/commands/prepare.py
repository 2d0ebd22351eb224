"""Everything between 'installed' and 'serving', done only where something is missing or has changed.

One process, so that a second start is fast: tables, starter content, interface text, static
files, and the first person at the desk.
"""

import hashlib
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from awareness.lib.catalogues import compile_catalogues
from awareness.office.staffing import first_administrator
from awareness.publishing.seeding import seed


class Command(BaseCommand):
    help = "建表、装入初始内容、编译界面文字、收集静态文件、建第一个工作人员。"

    def handle(self, **options):
        compile_catalogues(settings.BASE_DIR / "awareness" / "locale")
        self.once("migrations", settings.BASE_DIR.glob("awareness/*/migrations/*.py"), self.migrate)
        if made := seed(settings.BASE_DIR / "fixtures"):
            self.stdout.write(f"装入初始内容{made}条。")
        static = (path for path in (settings.BASE_DIR / "static").rglob("*") if path.is_file())
        self.once("static", [*static, settings.BASE_DIR / "requirements.txt"], self.collect)
        self.first_staff()

    def once(self, name, files, work):
        """WORK, unless it was done for these very FILES (and for this database) before."""
        sign = hashlib.sha256(str(settings.DATABASES["default"]["NAME"]).encode())
        for path in sorted(files):
            sign.update(str(path).encode() + path.read_bytes())
        stamp = settings.VAR_DIR / f"{name}.stamp"
        if stamp.exists() and stamp.read_text() == sign.hexdigest() and self.still_there(name):
            return
        work()
        stamp.write_text(sign.hexdigest())

    def still_there(self, name):
        if name == "static":
            return (Path(settings.STATIC_ROOT) / "staticfiles.json").exists()
        database = settings.DATABASES["default"]
        return not database["ENGINE"].endswith("sqlite3") or Path(database["NAME"]).exists()

    def migrate(self):
        call_command("migrate", interactive=False, verbosity=0)

    def collect(self):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)

    def first_staff(self):
        if password := first_administrator():
            self.stdout.write(
                f"第一次登录：用户名 admin，一次性密码 {password}（只显示这一次，登录后要改）"
            )
        self.stdout.write(f"编辑台在 {settings.SITE_URL}/admin/")
