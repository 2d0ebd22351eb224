from contextlib import suppress

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.db import IntegrityError
from django.forms import Script
from django.http import HttpResponseRedirect
from django.utils.html import format_html

from awareness.editing.admin import TextAdmin
from awareness.lib.photos.photo import PhotoRefused

from .actions import receive
from .forms import PictureForm
from .models import Picture
from .uses import is_settled, uses_of

REMINDER = (
    "传之前放大看一遍：人脸、车牌、门牌，屏幕上的姓名、头像、账号和电话，都要先盖住。"
    "照片里的拍摄地点和时间会自动去掉。"
)
STORED = "图片存好了，现在可以放进预警或案例。"
DESCRIPTIONS = ["description_zh_hans", "description_zh_hant", "description_en", "decorative"]
UPLOAD = [
    (None, {"fields": ["file", "kept", "checked_for_people"], "description": REMINDER}),
    ("说明", {"fields": DESCRIPTIONS}),
]
FOR_REVIEWERS = (
    "居民正看着这张图，说明一改马上公开，所以由本单位的审核人来改。请把要改的话告诉审核人。"
)
THUMBNAIL, PREVIEW = 96, 240  # pixels wide


@admin.register(Picture)
class PictureAdmin(TextAdmin):
    class Media:
        js = [Script("js/admin/photo.js", defer=True)]

    form = PictureForm
    list_display = ["__str__", "thumbnail", "used_in", "office"]
    list_select_related = ["office"]
    search_fields = ["description_zh_hans", "description_zh_hant", "description_en"]
    readonly_fields = ["preview", "used_in", "made_at", "made_by"]
    fieldsets = [(None, {"fields": ["preview", *DESCRIPTIONS, "used_in", "made_at", "made_by"]})]

    def get_fieldsets(self, request, obj=None):
        sets = super().get_fieldsets(request, obj) if obj else UPLOAD
        if obj and self._waits_for_reviewer(request, obj):
            return [(name, options | {"description": FOR_REVIEWERS}) for name, options in sets]
        return sets

    def has_change_permission(self, request, obj=None):
        """The words of a picture that the public sees are public at once: who publishes changes them."""
        may = super().has_change_permission(request, obj)
        return may and not (obj and self._waits_for_reviewer(request, obj))

    def _waits_for_reviewer(self, request, picture):
        writes = super().has_change_permission(request, picture)
        publishes = request.user.has_perm("pictures.publish_picture", picture)
        return writes and not publishes and is_settled(picture)

    @admin.display(description="图")
    def thumbnail(self, picture):
        return drawn(picture, THUMBNAIL)

    @admin.display(description="图")
    def preview(self, picture):
        return drawn(picture, PREVIEW)

    @admin.display(description="用在")
    def used_in(self, picture):
        uses = getattr(picture, "uses", None)  # a list asks once for all its rows
        uses = uses_of([picture])[picture.pk] if uses is None else uses
        return "、".join(map(picture_label, uses)) or "还没有用"

    def get_changelist_instance(self, request):
        listed = super().get_changelist_instance(request)
        uses = uses_of(listed.result_list)
        for picture in listed.result_list:
            picture.uses = uses[picture.pk]
        return listed

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The photo is made ready first: the database is not held for writing meanwhile."""
        file = request.FILES.get("file")
        if file and object_id is None and self.has_add_permission(request):
            with suppress(PhotoRefused):
                receive(file)
        form = super().changeform_view
        try:
            return form(request, object_id, form_url, extra_context)
        except IntegrityError:  # sent twice at once: now the form finds the first and says so
            return form(request, object_id, form_url, extra_context)

    def save_model(self, request, picture, form, change):
        if not change:
            picture.made_by, picture.office = request.user, request.user.office
        super().save_model(request, picture, form, change)

    def response_add(self, request, picture, **kwargs):
        """The new picture is looked at once more."""
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, picture, **kwargs)
        messages.success(request, STORED)
        again = "_addanother" in request.POST
        return HttpResponseRedirect(request.path if again else self.page_of("change", picture.pk))

    def get_deleted_objects(self, objs, request):
        """As Django's; a picture that a text shows, or its draft, stays."""
        found, counts, needed, protected = super().get_deleted_objects(objs, request)
        names = [picture_label(use) for uses in uses_of(objs).values() for use in uses]
        return found, counts, needed, protected or names


def picture_label(text):
    return f"{text._meta.verbose_name}“{text}”"


def drawn(picture, width):
    """PICTURE as it is shown at the desk, at most WIDTH pixels wide."""
    width = min(width, picture.width)
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        picture.smallest,
        width,
        round(picture.height * width / picture.width),
        picture.description or "",
    )
