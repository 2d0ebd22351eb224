from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from awareness.front import views
from awareness.front.gallery import gallery

LOG = f"/{settings.DESK_PATH}audit/auditentry/"

handler400 = "awareness.front.errors.bad_request"
handler403 = "awareness.front.errors.forbidden"
handler404 = "awareness.front.errors.not_found"
handler500 = "awareness.front.errors.server_error"

urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path(f"{settings.MEDIA_URL[1:]}pictures/", include("awareness.pictures.urls")),
    path(f"{settings.MEDIA_URL[1:]}sheets/", include("awareness.pdf.urls")),
    path(f"{settings.DESK_PATH}components/", gallery, name="gallery"),
    path(f"{settings.DESK_PATH}entry/", include("awareness.entry.urls")),
    path(f"{settings.DESK_PATH}publishing/deed/", RedirectView.as_view(url=LOG)),  # its old place
    path(settings.DESK_PATH, admin.site.urls),
    *i18n_patterns(
        path("", include("awareness.publishing.urls")),
        path("", include("awareness.front.urls")),
        path("", include("awareness.sheet_codes.urls")),
        path("", include("awareness.share_pictures.urls")),
        path("screen/", include("awareness.lobby_screen.urls")),
        path("", include("awareness.sheets.urls")),
        path("", include("awareness.guide.urls")),
        path("", include("awareness.emergency.urls")),
        path("", include("awareness.cases.urls")),
        path("", include("awareness.check.urls")),
        path("", include("awareness.quiz.urls")),
        prefix_default_language=False,
    ),
]
