from django.conf import settings
from django.core.management.base import BaseCommand

from awareness.publishing.seeding import seed


class Command(BaseCommand):
    help = "装入还没有装过的初始内容；工作人员改过、删过的不动。"

    def handle(self, **options):
        self.stdout.write(f"初始内容：新装入{seed(settings.BASE_DIR / 'fixtures')}条。")
