from django.core.management.base import BaseCommand, CommandError

from awareness.entry.second_factor import reset
from awareness.office.models import Staff


class Command(BaseCommand):
    help = "手机和备用码都丢了，又没有另一位管理员：重设一位工作人员的二次验证，登录后重新绑手机。"

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        staff = Staff.objects.filter(username=username).first()
        if staff is None:
            raise CommandError(f"没有叫 {username} 的工作人员。")
        reset(staff, by=None)
        self.stdout.write(f"{username} 的二次验证已经重设，下次登录要重新绑手机。")
