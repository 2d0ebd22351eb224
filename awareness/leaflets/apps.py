import os

from django.apps import AppConfig


class LeafletsConfig(AppConfig):
    name = "awareness.leaflets"
    verbose_name = "单张与大屏"

    def ready(self):
        from django.core.checks import register

        from awareness.lib.pdf_libraries import surroundings
        from awareness.publishing import checklist, preview

        from . import checks, press_checks, proof

        register(checks.address_fits_paper)
        register(press_checks.press_has_its_libraries)
        # For the press, which is started from here: this process itself loads them no more.
        os.environ |= surroundings(press_checks.folder())
        checklist.MORE.append(proof.fits)
        preview.PAPER.update(dict.fromkeys(proof.KINDS, proof.proof))
