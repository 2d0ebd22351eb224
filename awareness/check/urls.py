from django.urls import path

from . import views

urlpatterns = [
    path("check/", views.check_page, name="check"),
    path("check/transfer/", views.transfer, name="transfer"),
    path("check/paste/", views.paste, name="paste"),
]
