from django.apps import AppConfig


class SheetCodesConfig(AppConfig):
    name = "awareness.sheet_codes"
    verbose_name = "纸上的编号"

    def ready(self):
        from django.core.checks import register

        from .checks import address_fits_paper

        register(address_fits_paper)
