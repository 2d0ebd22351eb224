from django.urls import path

from . import views

urlpatterns = [
    path("emergency/", views.emergency, name="emergency"),
    path("emergency/worksheet/", views.worksheet, name="worksheet"),
    path("emergency/after/", views.after, name="after"),
    path("emergency/<slug:slug>/", views.situation, name="situation"),
]
