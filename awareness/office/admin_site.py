"""The desk: Django's admin under the office's own name."""

from django.contrib.admin import AdminSite


class Desk(AdminSite):
    site_header = site_title = "防骗站编辑台"
    index_title = "今天要做什么"
    index_template = "admin/front_page.html"
    site_url = "/"
    enable_nav_sidebar = False  # its menu is in the header, on a phone too
