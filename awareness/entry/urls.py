from django.urls import path

from . import second_step, views

app_name = "entry"
urlpatterns = [
    path("", second_step.protection, name="protection"),
    path("code/", second_step.code, name="code"),
    path("phone/", second_step.phone, name="phone"),
    path("recovery-codes/", second_step.recovery_codes, name="recovery-codes"),
    path("recovery-codes/copied/", second_step.copied, name="copied"),
    path("off/", second_step.switch_off_page, name="switch-off"),
    path("unsaved/", views.unsaved_form, name="unsaved"),
    path("invited/<str:token>/", views.invited, name="invited"),
]
