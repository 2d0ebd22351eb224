"""`make messages`: collect the interface strings, fill 繁體 by conversion, report what English lacks."""

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from awareness.lib.text.traditional import to_traditional

LOCALES = settings.BASE_DIR / "awareness" / "locale"


class Command(BaseCommand):
    help = "更新界面文字的.po文件：繁體自动转换，缺的英文列出来。"

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="只检查：文字有没有漏收、漏译。")

    def handle(self, check, **options):
        before = {path: path.read_text("utf-8") for path in LOCALES.glob("*/LC_MESSAGES/*.po")}
        self.collect()
        missing = [
            entry.msgid
            for entry in polib.pofile(LOCALES / "en/LC_MESSAGES/django.po")
            if not entry.translated() or entry.fuzzy
        ]
        for text in missing:
            self.stdout.write(f"缺英文：{text}")
        if check:
            stale = [
                path.parts[-3] for path, text in before.items() if path.read_text("utf-8") != text
            ]
            for path, text in before.items():
                path.write_text(text, "utf-8")
            if missing or stale:
                raise CommandError(f"界面文字不齐，请运行 make messages。（{' '.join(stale)}）")

    def collect(self):
        call_command(
            "makemessages",
            locale=["en", "zh_Hant"],
            ignore_patterns=[".venv", "node_modules", "var", "tests"],
            no_location=True,
            no_wrap=True,
            no_obsolete=True,
            verbosity=0,
        )
        self.fill_traditional()

    def fill_traditional(self):
        path = LOCALES / "zh_Hant/LC_MESSAGES/django.po"
        catalogue = polib.pofile(path, wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = to_traditional(entry.msgid)
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.previous_msgid = None
        for po in (catalogue, polib.pofile(LOCALES / "en/LC_MESSAGES/django.po", wrapwidth=0)):
            po.metadata.pop("POT-Creation-Date", None)
            po.save()
