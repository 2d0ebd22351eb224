from django.urls import path

from . import views

urlpatterns = [
    path("scams/", views.scams, name="scams"),
    path("scams/<slug:slug>/", views.scam, name="scam"),
    path("audiences/", views.audiences, name="audiences"),
    path("audiences/<slug:slug>/", views.audience, name="audience"),
    path("glossary/", views.glossary, name="glossary"),
    path("rules/", views.rules, name="rules"),
]
