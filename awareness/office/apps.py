from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "awareness.office"
    verbose_name = "单位与热线"

    def ready(self):
        from django.db.models.signals import pre_save

        from awareness.content_checks import finds
        from awareness.translation.rows import ON_SHOWING, WITHHELD

        from . import notices

        WITHHELD.append(notices.without_withheld)
        ON_SHOWING.append(notices.with_numbers)
        finds.KNOWN_NUMBERS.append(notices.known_numbers)
        finds.UNCHECKED_KEYS.append(notices.withheld_keys)

        # After languages.prepare_text, so that 繁體 is marked as well.
        pre_save.connect(notices.mark_hotlines, dispatch_uid="mark_hotlines")
