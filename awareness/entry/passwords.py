"""Django's rules for passwords, said in plain words."""

from django.contrib.auth import password_validation


class LongEnough(password_validation.MinimumLengthValidator):
    def get_error_message(self):
        return f"密码太短了，至少要{self.min_length}位。"


class UnlikeTheName(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self):
        return "密码和姓名或用户名太像了，请换一个。"


class NotCommon(password_validation.CommonPasswordValidator):
    def get_error_message(self):
        return "这个密码用的人太多，一猜就中，请换一个。"


class NotOnlyDigits(password_validation.NumericPasswordValidator):
    def get_error_message(self):
        return "密码不能全是数字，请加几个字母。"
