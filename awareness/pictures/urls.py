from django.urls import re_path

from .views import picture_file

urlpatterns = [
    re_path(r"^([0-9a-f]{32})/([1-9][0-9]{0,3})\.(webp|jpg)\Z", picture_file, name="picture"),
]
