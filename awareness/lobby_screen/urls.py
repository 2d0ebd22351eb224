from django.urls import path

from . import views

urlpatterns = [
    path("", views.screen, name="screen"),
    path("sw.js", views.worker, name="screen-worker"),
    path("lines/", views.strip_lines, name="screen-lines"),
    path("lines.txt", views.plain_lines, name="screen-lines-text"),
]
