"""The desk's shared manners: what is public now, publishing and withdrawing."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from modeltranslation.admin import TabbedTranslationAdmin

from . import actions


class TextAdmin(TabbedTranslationAdmin):
    """Any translated content: the three languages as tabs, 简体 first."""

    list_per_page = 50
    save_on_top = True

    class Media:
        css = {"all": ["css/desk.css"]}
        js = ["js/desk.js"]


class PublishableAdmin(TextAdmin):
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
        return [*super().get_list_display(request), "public_now"]
