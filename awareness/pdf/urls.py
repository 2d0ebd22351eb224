from django.urls import re_path

from .files import sheet_file

urlpatterns = [
    re_path(r"^([0-9a-f]{32})/([\w-]{1,60}\.pdf)\Z", sheet_file, name="sheet-file"),
]
