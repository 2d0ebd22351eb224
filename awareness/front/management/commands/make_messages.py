"""`make messages`: collect the interface strings, fill 繁體 by conversion, report what English lacks."""

import polib
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from awareness.lib.hant import to_traditional

LOCALES = settings.BASE_DIR / "awareness" / "locale"


class Command(BaseCommand):
    help = "更新界面文字的.po文件：繁體自动转换，缺的英文列出来。"

    def handle(self, **options):
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
        for entry in polib.pofile(LOCALES / "en/LC_MESSAGES/django.po"):
            if not entry.translated():
                self.stdout.write(f"缺英文：{entry.msgid}")

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
