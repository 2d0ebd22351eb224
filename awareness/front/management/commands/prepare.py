"""Everything between 'installed' and 'serving', done only where something is missing or has changed.

One process, so that a second start is fast: tables, starter content, interface text, static
files, and the first person at the desk.
"""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from awareness.lib.catalogues import compile_catalogues
from awareness.office.models import Office
from awareness.publishing.seeding import seed

FIRST = "admin"


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
        """With nobody at the desk yet: one administrator, whose one-time password is shown only now."""
        staff = get_user_model()
        if not staff.objects.filter(is_superuser=True).exists():
            password = secrets.token_urlsafe(12)
            staff.objects.create_superuser(
                FIRST,
                password=password,
                must_change_password=True,
                office=Office.objects.filter(is_main=True).first(),
            )
            self.stdout.write(
                f"第一次登录：用户名 {FIRST}，一次性密码 {password}（只显示这一次，登录后要改）"
            )
        self.stdout.write(f"编辑台在 {settings.SITE_URL}/admin/")
