from . import hotline_admin  # noqa: F401 - registers its own
