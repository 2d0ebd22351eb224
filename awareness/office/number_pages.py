"""Pages of the desk for numbers: asking, checking, and the second person's answer."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from awareness.lib.text.phone import differing_digits, spoken_chinese

from . import number_changes as verbs
from .models import Hotline, NumberChange, Office
from .number_forms import CheckForm, LineForm, NumberForm, RefusalForm
from .number_people import may_ask, may_confirm, may_vouch, second_people

TABLE = "admin:office_hotline_changelist"
AT_ONCE = "刚才有人也在办这个号码，请再看一遍。"


def change_form(request, model, pk):
    """Ask for another number of a hotline or an office."""
    row = get_object_or_404(model, pk=pk)
    need(may_ask(request.user, row))
    form = NumberForm(request.POST or None, row=row)
    waiting = row.number_changes.waiting().first()
    if waiting and (not form.is_bound or asked_just_now(waiting, form, request.user)):
        messages.info(request, "这个号码已经有一个申请，就是这一个。")
        return redirect("admin:office_number_change", waiting.pk)
    if not waiting and (
        change := carried_out(form, verbs.request_change, row=row, by=request.user)
    ):
        return sent(request, change)
    values = as_it_is(row) | {"waiting": waiting}
    return asking(request, f"申请改号码：{row.name}", form, row=row, **values)


def asked_just_now(waiting: NumberChange, form, staff) -> bool:
    """Whether FORM only says again what STAFF has asked for, as when a button is pressed twice."""
    typed = form.cleaned_data if form.is_valid() else {}
    said = (typed.get("number"), typed.get("how"), staff.pk)
    return said == (waiting.new, waiting.how, waiting.asked_by_id)


def hotline_form(request):
    """Ask for a new hotline."""
    need(may_ask(request.user))
    form = LineForm(request.POST or None)
    if change := carried_out(form, verbs.request_hotline, by=request.user):
        return sent(request, change)
    return asking(request, "申请加一条热线", form)


def checked_page(request, model, pk):
    """Say that a number was checked and has not changed."""
    row = get_object_or_404(model, pk=pk)
    need(may_vouch(request.user, row))
    form = CheckForm(request.POST or None)
    if carried_out(form, verbs.record_check, row=row, by=request.user):
        messages.success(request, f"“{row.name}”的号码核对于改成今天了。")
        return redirect(TABLE)
    values = {"form": form, **as_it_is(row)}
    return render_number_page(request, "number_check", f"核对过了：{row.name}", values, form)


def number_request(request, pk):
    """One request as it stands; the second person confirms or refuses, the first takes back."""
    need(request.user.has_perm("office.view_hotline"))
    change = get_object_or_404(NumberChange, pk=pk)
    deed = request.POST.get("deed")
    form = RefusalForm(request.POST if deed == "refuse" else None)
    refused = None
    if request.method == "POST":
        try:
            if said := answered(deed, change, form, request.user):
                messages.success(request, said)
                return redirect(TABLE)
        except (ValidationError, IntegrityError) as error:
            refused = error.message if isinstance(error, ValidationError) else AT_ONCE
            change.refresh_from_db()
    values = {"change": change, "form": form, "refused": refused, **both_numbers(change)}
    values |= standing_of(request.user, change)
    values["unsaved"] = "" if values["may_confirm"] else request.POST.get("reason", "")
    late = refused or values["unsaved"]
    title = f"{change.get_kind_display()}：{change.subject}"
    return render_number_page(request, "number_answer", title, values, form, 409 if late else 200)


def answered(deed, change, form, staff) -> str:
    """What to tell STAFF after DEED was done; '' if the form must be filled in again."""
    if deed == "confirm":
        verbs.confirm(change=change, by=staff)
        return f"已换上{change.new}。全站两秒之内都是新的。"
    if deed == "take_back":
        verbs.take_back_change(change=change, by=staff)
        return "申请收回了，号码没有变。"
    if deed == "refuse" and form.is_valid():
        verbs.refuse(change=change, by=staff, **form.cleaned_data)
        return "没有同意，号码没有变。申请的人看得到您写的原因。"
    return ""


def as_it_is(row) -> dict:
    """The number of ROW as it stands now."""
    number = getattr(row, row.number_field)
    return {"old": number, "spoken": spoken_chinese(number), "checked_on": row.checked_on}


def both_numbers(change: NumberChange) -> dict:
    old, new = (
        differing_digits(change.old, change.new) if change.old else ([], [(change.new, False)])
    )
    return {
        "old": old,
        "new": new,
        "old_spoken": spoken_chinese(change.old),
        "new_spoken": change.spoken or spoken_chinese(change.new),
    }


def standing_of(staff, change: NumberChange) -> dict:
    """Who STAFF is to CHANGE, whom it waits for, and which other lines have that number."""
    own = change.asked_by_id == staff.pk
    alike = Hotline.objects.filter(number=change.new).exclude(pk=change.hotline_id)
    return {
        "alike": list(alike) if change.is_waiting else [],
        "may_confirm": change.is_waiting and may_confirm(staff, change),
        "may_take_back": change.is_waiting and own,
        "others": second_people(change.asked_by, change.row) if change.is_waiting else [],
    }


def offices_of(staff) -> list[dict]:
    """The office phones that STAFF sees beside the hotlines, with what they may do."""
    rows = Office.objects.select_related("district")
    if not staff.has_perm("office.view_office"):
        rows = rows.filter(pk=staff.office_id)
    return [
        {"row": row, "may_ask": may_ask(staff, row), "may_vouch": may_vouch(staff, row)}
        for row in rows
    ]


def need(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied


def carried_out(form, verb, **given):
    """What VERB made of FORM; None if it is not filled in yet, or refused: then FORM says why."""
    if not form.is_valid():
        return None
    try:
        return verb(**form.cleaned_data, **given)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    except IntegrityError:
        form.add_error(None, AT_ONCE)
    return None


def sent(request, change):
    messages.success(request, "申请交上去了，等另一个人确认。号码还没有变。")
    return redirect("admin:office_number_change", change.pk)


def asking(request, title, form, row=None, **values):
    values |= {"form": form, "others": second_people(request.user, row)}
    status = 409 if values.get("waiting") else 200
    return render_number_page(request, "number_ask", title, values, form, status)


def render_number_page(request, template, title, values, form, status=200):
    """A desk page that stands under 热线; 400 for what was not filled in right."""
    context = {**admin.site.each_context(request), "title": title, **values}
    status = 400 if form.errors and status == 200 else status
    return TemplateResponse(request, f"office/{template}.html", context, status=status)
