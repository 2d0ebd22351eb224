from django.urls import include, path

from . import choose, codes, family, loudspeaker, sharing, views
from .subjects import Kind

PAGES = {
    Kind.SCAM: "scams/<slug:slug>/",
    Kind.CASE: "cases/<slug:slug>/",
    Kind.WARNING: "warnings/<slug:slug>/",
    Kind.SITUATION: "emergency/<slug:slug>/",
    Kind.AUDIENCE: "audiences/<slug:slug>/",
    Kind.RULES: "rules/",
    Kind.QUIZ: "quiz/<slug:slug>/sheet/",
    Kind.FAMILY: "family/",
}

urlpatterns = [
    path("s/", codes.sheet_codes, name="sheet-codes"),
    path("s/<str:code>/", codes.sheet_code, name="sheet-code"),
    path("leaflets/", choose.leaflets, name="leaflets"),
    path("family/", family.family, name="family"),
    path("family/loudspeaker/", loudspeaker.loudspeaker, name="loudspeaker"),
    path("leaflets/sheet/", views.together, name="leaflet-together"),
    path("leaflets/sheet/pdf/", views.together_pdf, name="leaflet-together-pdf"),
    path("screen/", include("awareness.leaflets.screen.urls")),
    path("emergency/leaflet/", views.first_steps, name="emergency-leaflet"),
]
for kind, page in PAGES.items():
    more = {"kind": kind}
    urlpatterns += [
        path(f"{page}leaflet/", views.leaflet, more, name=f"{kind}-leaflet"),
        path(f"{page}leaflet/pdf/", views.leaflet_pdf, more, name=f"{kind}-leaflet-pdf"),
    ]
for kind in (Kind.SCAM, Kind.CASE, Kind.WARNING, Kind.SITUATION, Kind.FAMILY):
    page, more = PAGES[kind], {"kind": kind}
    urlpatterns += [
        path(f"{page}leaflet/picture.png", sharing.picture, more, name=f"{kind}-card"),
        path(f"{page}leaflet/picture/", sharing.picture_page, more, name=f"{kind}-picture"),
    ]
urlpatterns += [
    path("picture.png", sharing.site_picture, name="site-card"),
    path("rules/<slug:slug>/leaflet/picture.png", sharing.rule_picture, name="rule-card"),
    path("rules/<slug:slug>/leaflet/picture/", sharing.rule_picture_page, name="rule-picture"),
]
