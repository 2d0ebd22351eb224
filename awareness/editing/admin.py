"""The desk's shared manners: three languages, history, drafts beside what is public."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from modeltranslation.admin import TabbedTranslationAdmin

from awareness.audit.lists import CappedPaginator, ShortSearch
from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.delivery.languages import SOURCE
from awareness.publishing import actions
from awareness.publishing.checklist import TITLE_LIMIT, TITLE_TOO_LONG
from awareness.publishing.versions import (
    apply_version,
    lay_over,
    save_version,
    snapshot,
    versions_of,
)
from awareness.translation.rows import column

from . import badges, frame, text_pages
from .draft_form import edited
from .filters import StateFilter
from .forms import ReferenceForm, TextForm

# The fields of a text's public life, for the last part of its form.
PUBLIC_LIFE = ["office", "starts_at", "ends_at", "review_due"]
LANGUAGES = ("语言", {"fields": ["minor_change", "hant_confirmed", "english_confirmed"]})
REASON = ("提示", {"fields": ["reason"]})


class TextAdmin(ShortSearch, TabbedTranslationAdmin):
    """Any translated content: the three languages as tabs, 简体 first; who may is asked of `has_perm`
    with the row; every saving is kept as a version."""

    form = ReferenceForm
    list_per_page = 50
    show_full_result_count = False
    paginator = CappedPaginator
    change_form_template = "admin/text_form.html"

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(self._permission("change"), obj)

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm(self._permission("delete"), obj)

    def _permission(self, verb):
        return f"{self.opts.app_label}.{verb}_{self.opts.model_name}"

    @admin.display(description="语言")
    def languages(self, row):
        return badges.dots(row)

    def get_list_display(self, request):
        return [*super().get_list_display(request), "languages"]

    def get_fieldsets(self, request, obj=None):
        asked = [*LANGUAGES[1]["fields"], *REASON[1]["fields"]]
        sets = [
            (name, options | {"fields": [one for one in options["fields"] if one not in asked]})
            for name, options in super().get_fieldsets(request, obj)
        ]
        may_change = self.has_change_permission(request, obj)
        return [
            *sets,
            *([LANGUAGES] if obj and may_change else []),
            *([REASON] if may_change and self._answers(request) else []),
        ]

    def _answers(self, request) -> bool:
        """Whether this person may answer in writing for what looks like personal data."""
        rights = [self._permission("publish"), "office.change_office"]
        return issubclass(self.form, ReferenceForm) and any(map(request.user.has_perm, rights))

    def _page(self, view):
        """VIEW of the desk, given this admin and the row that its address names."""

        def page(request, object_id, **more):
            row = self.get_object(request, unquote(object_id))
            if row is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            if not self.has_view_permission(request, row):
                raise PermissionDenied
            return view(request, self, row, **more)

        return self.admin_site.admin_view(page)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Django would lead to the front page of the desk with a 200."""
        return frame.missing_row(request, self, object_id)

    def history_view(self, request, object_id, extra_context=None):
        return self._page(text_pages.history)(request, object_id)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.kept(request, form.instance, change)

    def kept(self, request, row, change):
        """After ROW is saved with all that belongs to it: its new version, and a line in the log."""
        data, newest = snapshot(row), versions_of(row).first()
        if newest is None or newest.data != data:
            at = timezone.now()
            made = save_version(row, data, by=request.user, at=at)
            verb = AuditAction.CHANGED if change else AuditAction.ADDED
            record(
                verb=verb,
                by=request.user,
                about=row,
                detail=str(made),
                version=made.number,
                at=at,
            )
        if reason := getattr(row, "answered_for", ""):
            record(verb=AuditAction.OVERRIDDEN, by=request.user, about=row, detail=reason)

    def delete_model(self, request, row):
        record(verb=AuditAction.REMOVED, by=request.user, about=row)
        super().delete_model(request, row)

    @transaction.atomic
    def restore(self, request, row, version):
        """An old VERSION again: of a text without drafts it is public at once."""
        apply_version(row, version.data)
        row.save()
        self.kept(request, row, change=True)

    def page_of(self, name, key, *more):
        """Address of this admin's page NAME for the row KEY."""
        label = f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}"
        return reverse(label, args=[key, *more])

    def list_page(self):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def get_object(self, request, object_id, from_field=None):
        row = super().get_object(request, object_id, from_field)
        shown = getattr(request, "shown_draft", None)
        return lay_over(row, shown) if row and shown else row

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        row = self.get_object(request, unquote(object_id)) if object_id else None
        form = super().changeform_view
        context = {"version": 0, "theirs": [], "newer": None, "text": row, **(extra_context or {})}
        if row is None:
            return form(request, object_id, form_url, context)
        return edited(request, row, lambda more: form(request, object_id, form_url, context | more))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.newer = getattr(request, "newer_version", None)
        form.held_up = getattr(request, "held_up", "")
        if not self._answers(request):
            form.base_fields.pop("reason", None)
        return form

    def log_addition(self, *args, **kwargs):
        """The desk's own log says it."""

    log_change = log_deletions = log_deletion = log_addition


class PublishableAdmin(TextAdmin):
    form = TextForm
    change_form_template = "admin/publishable_form.html"
    ordering = ["-changed_at", "-pk"]  # what was worked on last stands on top
    actions = ["submit_chosen", "bin_chosen"]

    @admin.display(description="现在")
    def public_now(self, text):
        return badges.badge(text)

    def get_list_display(self, request):
        first, *others = super().get_list_display(request)
        return [first, "public_now", *others]

    def get_list_filter(self, request):
        return [StateFilter, *super().get_list_filter(request)]

    def get_actions(self, request):
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    @admin.action(description="把选中的交审核", permissions=["change"])
    def submit_chosen(self, request, rows):
        for text in rows:
            self._try(request, text, actions.submit, f"“{text}”交审核了。")

    @admin.action(description="把选中的放进回收站", permissions=["delete"])
    def bin_chosen(self, request, rows):
        for text in rows:
            self._try(request, text, actions.put_in_bin, f"“{text}”放进了回收站。")

    def _try(self, request, text, verb, said):
        if not self.has_change_permission(request, text):
            messages.error(request, f"“{text}”不是本单位的，请找它的单位。")
            return
        try:
            verb(text=text, by=request.user)
            messages.success(request, said)
        except ValidationError as refusal:
            messages.error(request, refusal.message)

    def get_readonly_fields(self, request, obj=None):
        """A published address is on paper and in people's phones: it stays. So does its start."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "slug", "starts_at"] if obj and obj.published_at else fields

    def get_changeform_initial_data(self, request):
        return {"office": request.user.office_id, **super().get_changeform_initial_data(request)}

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        publish, verb = self._page(text_pages.publish_view), self._page(text_pages.verb)
        return [
            path("<path:object_id>/publish/", publish, name=f"{name}_publish"),
            path("<path:object_id>/do/<slug:verb>/", verb, name=f"{name}_verb"),
            *super().get_urls(),
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            with transaction.atomic():
                response = super().changeform_view(request, None, form_url, extra_context)
                self._keep(request)
            return response
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        title = form.base_fields.get(column(self.model.short_title, SOURCE))
        if title:
            title.widget.attrs["data-em-limit"] = TITLE_LIMIT  # counted while typing
            title.error_messages["max_length"] = TITLE_TOO_LONG
        return form

    def kept(self, request, text, change):
        request.kept_text = (text, snapshot(text))

    def _keep(self, request):
        if kept := getattr(request, "kept_text", None):
            text, data = kept
            actions.keep_draft(text=text, data=data, by=request.user)

    def get_view_on_site_url(self, obj=None):
        """Only what has an address that answers: public, or once public."""
        opened = obj and obj.published_at and obj.starts_at <= timezone.now()
        return obj.get_absolute_url() if opened and hasattr(obj, "get_absolute_url") else None

    def delete_view(self, request, object_id, extra_context=None):
        """What Django would delete goes to the bin, on the page that asks."""
        return HttpResponseRedirect(self.page_of("verb", object_id, "bin"))

    def restore(self, request, text, version):
        actions.restore(text=text, version=version, by=request.user)

    def response_add(self, request, obj, **kwargs):
        return self._saved(request, obj) or super().response_add(request, obj, **kwargs)

    def response_change(self, request, obj):
        return self._saved(request, obj) or super().response_change(request, obj)

    def _saved(self, request, text):
        if "_popup" in request.POST:
            return None
        messages.success(request, f"“{text}”的草稿存好了。{badges.public_version_note(text)}")
        if "_next" in request.POST:
            return HttpResponseRedirect(self.page_of("publish", text.pk))
        if "_continue" in request.POST:
            return HttpResponseRedirect(self.page_of("change", text.pk))
        return HttpResponseRedirect(self.list_page())

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Who works for one office writes for that office."""
        if db_field.name == "office" and not request.user.has_perm("office.change_office"):
            offices = db_field.related_model.objects
            kwargs["queryset"] = offices.filter(pk=request.user.office_id)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
