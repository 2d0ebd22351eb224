from django.urls import path

from . import family, loudspeaker, request_form, views
from .subjects import SubjectKind

PAGES = {
    SubjectKind.SCAM: "scams/<slug:slug>/",
    SubjectKind.CASE: "cases/<slug:slug>/",
    SubjectKind.WARNING: "warnings/<slug:slug>/",
    SubjectKind.SITUATION: "emergency/<slug:slug>/",
    SubjectKind.AUDIENCE: "audiences/<slug:slug>/",
    SubjectKind.RULES: "rules/",
    SubjectKind.QUIZ: "quiz/<slug:slug>/sheet/",
    SubjectKind.FAMILY: "family/",
}

urlpatterns = [
    path("leaflets/", request_form.leaflets, name="leaflets"),
    path("family/", family.family, name="family"),
    path("family/loudspeaker/", loudspeaker.loudspeaker, name="loudspeaker"),
    path("leaflets/sheet/", views.combined_page, name="leaflet-together"),
    path("leaflets/sheet/pdf/", views.combined_pdf, name="leaflet-together-pdf"),
    path("emergency/leaflet/", views.first_steps, name="emergency-leaflet"),
]
for kind, page in PAGES.items():
    more = {"kind": kind}
    urlpatterns += [
        path(f"{page}leaflet/", views.leaflet, more, name=f"{kind}-leaflet"),
        path(f"{page}leaflet/pdf/", views.leaflet_pdf, more, name=f"{kind}-leaflet-pdf"),
    ]
