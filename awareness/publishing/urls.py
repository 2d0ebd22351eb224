from django.urls import path

from .preview import preview

urlpatterns = [path("preview/<str:token>/", preview, name="preview")]
