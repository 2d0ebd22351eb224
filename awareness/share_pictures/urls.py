from django.urls import path

from awareness.sheets.subjects import SubjectKind
from awareness.sheets.urls import PAGES

from . import views

urlpatterns = [
    path("picture.png", views.site_picture, name="site-card"),
    path("rules/<slug:slug>/leaflet/picture.png", views.rule_picture, name="rule-card"),
    path("rules/<slug:slug>/leaflet/picture/", views.rule_picture_page, name="rule-picture"),
]
for kind in (
    SubjectKind.SCAM,
    SubjectKind.CASE,
    SubjectKind.WARNING,
    SubjectKind.SITUATION,
    SubjectKind.FAMILY,
):
    page, more = PAGES[kind], {"kind": kind}
    urlpatterns += [
        path(f"{page}leaflet/picture.png", views.share_picture, more, name=f"{kind}-card"),
        path(f"{page}leaflet/picture/", views.picture_page, more, name=f"{kind}-picture"),
    ]
