"""The desk's shared manners: what is public now, publishing and withdrawing."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from modeltranslation.admin import TabbedTranslationAdmin

from . import actions

# The fields of a text's public life, for the last part of its form.
PUBLIC_LIFE = [
    "public_now",
    "starts_at",
    "ends_at",
    "withdrawn_reason",
    "published_at",
    "published_by",
    "withdrawn_at",
    "withdrawn_by",
]


class TextAdmin(TabbedTranslationAdmin):
    """Any translated content: the three languages as tabs, 简体 first."""

    list_per_page = 50
    save_on_top = True


class PublishableAdmin(TextAdmin):
    change_form_template = "admin/publishable_form.html"
    actions = ["publish_now", "withdraw_now"]
    readonly_fields = ["public_now", "published_at", "published_by", "withdrawn_at", "withdrawn_by"]

    @admin.display(description="现在")
    def public_now(self, text):
        return text.state(timezone.now()).label if text.pk else "还没有保存"

    @admin.action(description="发布选中的（到了开始时间就公开）")
    def publish_now(self, request, queryset):
        for text in queryset:
            actions.publish(text=text, by=request.user)
            messages.success(request, f"“{text}”：{text.state().label}。")

    @admin.action(description="撤回选中的（先写好撤回原因）")
    def withdraw_now(self, request, queryset):
        for text in queryset:
            try:
                actions.withdraw(text=text, by=request.user)
                messages.success(request, f"“{text}”已撤回，网址上会写明原因。")
            except ValidationError as refusal:
                messages.error(request, refusal.message)

    def get_list_display(self, request):
        first, *others = super().get_list_display(request)
        return [first, "public_now", *others]

    def get_readonly_fields(self, request, obj=None):
        """A published address is on paper and in people's phones: it stays."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "slug"] if obj and obj.published_at else fields

    def response_add(self, request, obj, **kwargs):
        self.publish_if_asked(request, obj)
        return super().response_add(request, obj, **kwargs)

    def response_change(self, request, obj):
        self.publish_if_asked(request, obj)
        return super().response_change(request, obj)

    def publish_if_asked(self, request, text):
        if "_publish" in request.POST:
            actions.publish(text=text, by=request.user)
            messages.success(request, f"“{text}”：{text.state().label}。")
