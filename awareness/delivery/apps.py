from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "awareness.delivery"
    verbose_name = "送达"
