"""The log of the desk, to look at and nothing else."""

from django.contrib import admin

from .lists import CappedPaginator, ShortSearch
from .models import AuditEntry


@admin.register(AuditEntry)
class DeedAdmin(ShortSearch, admin.ModelAdmin):
    fields = list_display = ["at", "by", "verb", "about", "detail"]
    list_filter = ["verb"]
    list_select_related = ["by"]
    search_fields = ["about", "detail", "by__username", "by__first_name"]
    list_per_page = 100
    show_full_result_count = False
    paginator = CappedPaginator

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
