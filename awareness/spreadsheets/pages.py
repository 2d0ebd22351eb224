"""Pages of the desk for tables: taking out, the template, the dry run, bringing in."""

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponseRedirect, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from . import exporting, importing, pending_upload
from .dry_run import Plan, RowKind, plan_of
from .errors import TableRefused
from .reading import LARGEST, LARGEST_SAYS
from .tables import MOST_ROWS
from .template import template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GONE = "这个文件已经导入过，或者放了超过两个小时。请再传一次。"
MOVED = "您看的时候，有人改过这些内容。下面是按现在的内容重新算的，请再看一遍。"


def urls(desk) -> list:
    """Addresses of the tables of DESK, an admin of texts."""
    name = f"{desk.opts.app_label}_{desk.opts.model_name}_excel"
    pages = [
        ("excel/", tables_page, name),
        ("excel/template/", blank, f"{name}_template"),
        ("excel/export.<slug:kind>", take_out, f"{name}_export"),
        ("excel/import/", import_page, f"{name}_import"),
    ]
    return [path(place, _page(desk, view), name=name) for place, view, name in pages]


def _page(desk, view):
    def page(request, **more):
        if not desk.has_view_permission(request):
            raise PermissionDenied
        return view(request, desk, **more)

    return desk.admin_site.admin_view(page)


@require_http_methods(["GET", "HEAD", "POST"])
def tables_page(request, desk):
    """What can be done with tables; a file that was sent is looked through."""
    pending_upload.remove_old_uploads()
    if request.method != "POST":
        return _shown(request, desk, "tables", _to_take_out(request, desk))
    _need_to_write(request, desk)
    try:
        data = _sent(request)
        plan = plan_of(data, desk.model, request.user)
    except TableRefused as refusal:
        return _refused(request, desk, refusal)
    return _dry_run(request, desk, plan, data)


def _to_take_out(request, desk) -> dict:
    """How many texts the list showed, and the files of them."""
    query = request.GET.urlencode()
    try:
        count = _listed(request, desk).order_by().count()
    except TableRefused as refusal:
        return {"refusal": refusal.says}
    files = [(kind, f"{_address(desk, 'excel_export', kind)}?{query}") for kind in exporting.KINDS]
    return {"count": count, "filtered": bool(query), "files": files}


def _sent(request) -> bytes:
    file = request.FILES.get("file")
    if file is None:
        raise TableRefused("请先选一个文件。")
    if file.size > LARGEST:
        raise TableRefused(LARGEST_SAYS, status=413)
    return file.read()


def _refused(request, desk, refusal: TableRefused):
    return _shown(request, desk, "tables", {"refusal": refusal.says}, refusal.status)


def _dry_run(request, desk, plan: Plan, data: bytes, moved: str = ""):
    """Each row's fate; nothing is stored but the file itself, and that only if it can be brought in."""
    seen = ""
    if plan.possible:
        kept = pending_upload.keep_upload(data, desk.model, request.user)
        seen = pending_upload.seal_upload(desk.model, request.user, file=kept, shown=plan.print)
    more = {
        "title": "导入前先看一遍",
        "plan": plan,
        "groups": [(kind, plan.of(kind)) for kind in RowKind if plan.of(kind)],
        "listed": {RowKind.WRONG, RowKind.NEW, RowKind.CHANGED},
        "wrong": plan.of(RowKind.WRONG),
        "seen": seen,
        "moved": moved,
    }
    status = 409 if moved else 400 if plan.of(RowKind.WRONG) else 200
    return _shown(request, desk, "dry_run", more, status)


@require_POST
def import_page(request, desk):
    """What was shown, all of it or nothing."""
    _need_to_write(request, desk)
    found = pending_upload.unseal_upload(request.POST.get("seen", ""), desk.model, request.user)
    if found is None:
        return _refused(request, desk, TableRefused(GONE, status=410))
    said, data = found
    plan = plan_of(data, desk.model, request.user)
    try:
        if plan.print != said["shown"]:
            raise importing.Moved
        importing.import_rows(plan=plan, model=desk.model, by=request.user)
    except importing.Moved:
        plan = plan_of(data, desk.model, request.user)
        return _dry_run(request, desk, plan, data, moved=MOVED)
    pending_upload.forget_upload(desk.model, request.user)
    new, changed = len(plan.of(RowKind.NEW)), len(plan.of(RowKind.CHANGED))
    messages.success(
        request, f"导入好了：新增{new}条草稿，{changed}条有了新稿。发布以后居民才看得到。"
    )
    return HttpResponseRedirect(_address(desk, "changelist"))


@require_GET
def blank(request, desk):
    """The template to fill in."""
    file = template(desk.model, request.user)
    name = f"{desk.opts.verbose_name}模板.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


@require_GET
def take_out(request, desk, kind):
    """What the list with the same query shows, as a file."""
    try:
        rows = _listed(request, desk)
        _check_kind(kind, rows)
    except TableRefused as refusal:
        return _refused(request, desk, refusal)
    exporting.note_taken_out(rows, kind, request.user)
    name = f"{desk.opts.verbose_name}{timezone.localdate():%Y%m%d}.{kind}"
    if kind == "xlsx":
        file = exporting.workbook(rows, request.user)
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    answer = StreamingHttpResponse(exporting.csv_lines(rows, request.user), content_type="text/csv")
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def _check_kind(kind: str, rows: QuerySet) -> None:
    if kind not in exporting.KINDS:
        raise TableRefused("没有这种导出。", status=404)
    most = exporting.MOST_IN_WORKBOOK
    if kind == "xlsx" and rows.order_by()[: most + 1].count() > most:
        raise TableRefused(f"超过{most}条。请先筛选，分几次导出，或者导出CSV。")


def _listed(request, desk) -> QuerySet:
    """The rows that the list shows under this query, all pages of them."""
    try:
        return desk.get_changelist_instance(request).queryset
    except IncorrectLookupParameters as error:
        raise TableRefused("没有这样的筛选。请回到列表，重新筛选，再来导出。") from error


def _need_to_write(request, desk) -> None:
    if not _may_write(request, desk):
        raise PermissionDenied


def _may_write(request, desk) -> bool:
    return desk.has_add_permission(request) and desk.has_change_permission(request)


def _shown(request, desk, template, more, status=200):
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": "表格导入和导出",
        "list_url": _address(desk, "changelist"),
        "excel_url": _address(desk, "excel"),
        "template_url": _address(desk, "excel_template"),
        "import_url": _address(desk, "excel_import"),
        "may_write": _may_write(request, desk),
        "most_rows": MOST_ROWS,
        **more,
    }
    return TemplateResponse(request, f"spreadsheets/{template}.html", context, status=status)


def _address(desk, name: str, *more) -> str:
    return reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_{name}", args=more)
