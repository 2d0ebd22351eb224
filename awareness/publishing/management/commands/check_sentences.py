"""`make check`: no sentence of the starter content is too long to be followed."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from awareness.lib.text.long_sentences import LONGEST, long_sentences
from awareness.publishing.seeding import ORDER, fixture_rows, natural_key_of


class Command(BaseCommand):
    help = f"起始内容里超过{LONGEST}个字的中文句子，一句一句列出来。"

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "fixtures")

    def handle(self, folder, **options):
        found = list(long_sentences_in(folder))
        for place, sentence in found:
            self.stdout.write(f"{place}，{len(sentence)}个字：{sentence}")
        if found:
            raise CommandError(f"有{len(found)}句超过{LONGEST}个字，请拆开。")


def long_sentences_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Each too long sentence in FOLDER's fixtures, after the file, the row and the key it is in."""
    for name in ORDER:
        for row in fixture_rows(folder, name):
            for key, text in row["fields"].items():
                if key.endswith("_zh_hans"):
                    for sentence in long_sentences(text or ""):
                        yield f"{name}.yaml {natural_key_of(row)[1]} {key}", sentence
