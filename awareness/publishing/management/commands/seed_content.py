from django.conf import settings
from django.core.management.base import BaseCommand

from awareness.publishing.seeding import seed
from awareness.publishing.starter_updates import update_untouched


class Command(BaseCommand):
    help = "装入还没有装过的初始内容，更新没有人动过的；工作人员改过、删过的不动。"

    def handle(self, **options):
        fixtures = settings.BASE_DIR / "fixtures"
        self.stdout.write(f"初始内容：新装入{seed(fixtures)}条。")
        self.stdout.write(f"没有人改过的，跟着更新{update_untouched(fixtures)}条。")
