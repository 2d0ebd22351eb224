from django.core.management.base import BaseCommand, CommandError

from awareness.office.models import Staff
from awareness.office.staffing import one_time_password


class Command(BaseCommand):
    help = "给一位工作人员发一次性密码：只显示这一次，登录后要改。"

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        staff = Staff.objects.filter(username=username).first()
        if staff is None:
            raise CommandError(f"没有叫 {username} 的工作人员。")
        password = one_time_password(staff)
        self.stdout.write(f"用户名 {username}，一次性密码 {password}（只显示这一次，登录后要改）")
