from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "awareness.sheets"
    verbose_name = "单张"

    def ready(self):
        from awareness.publishing import checklist, preview

        from . import fit_check

        checklist.MORE.append(fit_check.fits)
        preview.PAPER.update(dict.fromkeys(fit_check.KINDS, fit_check.proof))
