import os

from django.apps import AppConfig


class PdfConfig(AppConfig):
    name = "awareness.pdf"
    verbose_name = "PDF"

    def ready(self):
        from django.core.checks import register

        from awareness.lib.pdf_libraries import surroundings

        from . import checks

        register(checks.libraries_are_there)
        # For the worker, which is started from here: this process itself loads them no more.
        os.environ |= surroundings(checks.folder())
