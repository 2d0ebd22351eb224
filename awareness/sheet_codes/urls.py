from django.urls import path

from . import views

urlpatterns = [
    path("s/", views.sheet_codes, name="sheet-codes"),
    path("s/<str:code>/", views.sheet_code, name="sheet-code"),
]
