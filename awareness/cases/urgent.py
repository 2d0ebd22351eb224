"""An urgent warning in three fields: what it is about, what to do first, where."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width
from awareness.publishing import actions
from awareness.publishing.checklist import TITLE_LIMIT, TITLE_TOO_LONG
from awareness.publishing.versions import snapshot

from .models import Warning
from .slugs import free_warning_slug

URGENT_FOR = timedelta(hours=72)  # an urgent banner without an end would never go


def fitting_title(title: str) -> str:
    """TITLE if a phone shows it whole, else ValidationError."""
    width = em_width(without_breaks(title))
    if width > TITLE_LIMIT:
        raise forms.ValidationError(f"标题最多{TITLE_LIMIT}个字，现在{width:g}个字，请再短一点。")
    return title


MISSING = {"title_zh_hans": "请写一句出了什么事。", "do_first_zh_hans": "请写先做什么。"}


class UrgentForm(forms.ModelForm):
    class Meta:
        model = Warning
        fields = ["title_zh_hans", "do_first_zh_hans", "district"]
        widgets = {
            "title_zh_hans": forms.TextInput(
                attrs={"autofocus": True, "data-em-limit": TITLE_LIMIT, "enterkeyhint": "next"}
            ),
            "do_first_zh_hans": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "title_zh_hans": "出了什么事",
            "do_first_zh_hans": "先做什么",
            "district": "哪里",
        }
        help_texts = {
            "title_zh_hans": "不超过20个字。例如：有人冒充水电工上门收钱。",
            "do_first_zh_hans": "一两句话。例如：不开门，打110问一问。",
        }

    def __init__(self, *args, staff, **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = staff
        for name, missing in MISSING.items():
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = missing
        self.fields["title_zh_hans"].error_messages["max_length"] = TITLE_TOO_LONG
        place = staff.office.district_id if staff.office else None
        self.fields["district"].initial = place
        self.fields["district"].empty_label = None if place else "请选"

    def clean_title_zh_hans(self):
        return fitting_title(self.cleaned_data["title_zh_hans"])

    @transaction.atomic
    def kept(self) -> Warning:
        """The new warning as a draft that ends by itself."""
        text = self.save(commit=False)
        text.slug = free_warning_slug(timezone.localdate())
        text.urgent, text.office = True, self.staff.office
        text.ends_at = timezone.now().replace(second=0, microsecond=0) + URGENT_FOR
        text.save()
        actions.keep_draft(text=text, data=snapshot(text), by=self.staff, remark="紧急预警")
        return text


def urgent_form(request, desk):
    """Three fields, then the publishing page."""
    if not desk.has_add_permission(request):
        raise PermissionDenied
    form = UrgentForm(request.POST or None, staff=request.user)
    if request.method == "POST" and form.is_valid():
        text = form.kept()
        return HttpResponseRedirect(desk.page_of("publish", text.pk))
    publishes = request.user.has_perm("cases.publish_warning")
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": "发紧急预警" if publishes else "写紧急预警",
        "publishes": publishes,
        "form": form,
        "hours": int(URGENT_FOR.total_seconds() // 3600),
        "list_url": reverse("admin:cases_warning_changelist"),
    }
    status = 400 if form.is_bound else 200
    return TemplateResponse(request, "admin/cases/urgent.html", context, status=status)
