from django.urls import path

from . import views

urlpatterns = [
    path("cases/", views.cases, name="cases"),
    path("cases/<slug:slug>/", views.case, name="case"),
    path("warnings/", views.warnings, name="warnings"),
    path("warnings/in/<slug:district>/", views.warnings, name="district-warnings"),
    path("warnings/<slug:slug>/", views.warning_page, name="warning"),
]
