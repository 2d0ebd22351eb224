"""One settings file. Every value that differs between machines comes from an
environment variable (or `.env`); a wrong value stops the start and names itself."""

import contextlib
import os
import re
import secrets
import sys
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from awareness.lib.network.hosts import is_only_here

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def read(name, cast, default, hint):
    """The variable NAME through CAST; ImproperlyConfigured says which one is wrong and what fits."""
    try:
        return cast(name) if name in os.environ else default
    except Exception as error:
        raise ImproperlyConfigured(f"环境变量 {name} 的值不能用：应为{hint}。") from error


def as_flag(name):
    value = os.environ[name].strip().lower()
    if value not in {"1", "0", "true", "false", "yes", "no", "on", "off"}:
        raise ValueError(value)
    return value in {"1", "true", "yes", "on"}


def as_path(name):
    return Path(os.environ[name]).expanduser().resolve(strict=False)


def as_site_url(name):
    parts = urlsplit(os.environ[name])
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
        raise ValueError(os.environ[name])
    return f"{parts.scheme}://{parts.netloc}"


DESK_PATH_SHAPE = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")
NOT_THE_DESK = {"static", "media", "zh-hans", "zh-hant", "en"}


def as_database(name):
    value = env.db_url(name)
    if value["ENGINE"] not in {"django.db.backends.sqlite3", "django.db.backends.postgresql"}:
        raise ValueError(value["ENGINE"])
    return value


def as_base_url(name):
    value = os.environ[name]
    if not value.endswith("/") or not value.startswith("/"):
        raise ValueError(value)
    return value


def as_desk_path(name):
    value = os.environ[name].strip("/")
    if not DESK_PATH_SHAPE.fullmatch(value) or value.split("/")[0] in NOT_THE_DESK:
        raise ValueError(value)
    return f"{value}/"


def as_address(name):
    return str(ip_address(os.environ[name].strip("[]")))


def as_minutes(name):
    value = int(os.environ[name])
    if not 1 <= value <= 720:
        raise ValueError(value)
    return value


def at_least_one(name):
    value = int(os.environ[name])
    if value < 1:
        raise ValueError(value)
    return value


def own_secret_key(folder):
    """Made once on the first start and kept in VAR_DIR, outside version control."""
    path = folder / "secret_key"
    if not (path.exists() and path.read_text().strip()):
        scratch = folder / f"secret_key.{os.getpid()}"
        with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        # Whole or not at all, and the first of several starts wins.
        if path.exists():
            scratch.replace(path)
        else:
            with contextlib.suppress(FileExistsError):
                os.link(scratch, path)
            scratch.unlink()
    return path.read_text().strip()


VAR_DIR = read("VAR_DIR", as_path, BASE_DIR / "var", "一个可以写的文件夹")
try:
    VAR_DIR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    raise ImproperlyConfigured(f"环境变量 VAR_DIR 的值不能用：{VAR_DIR} 写不进去。") from error

DEBUG = read("DEBUG", as_flag, False, " 1 或 0")
SECRET_KEY = os.environ.get("SECRET_KEY") or own_secret_key(VAR_DIR)
# Codes on paper outlive any one key: those made with earlier ones stay ours.
SHEET_KEY = os.environ.get("SHEET_KEY") or SECRET_KEY
SHEET_KEY_OLD = read("SHEET_KEY_OLD", env.list, [], "用逗号分开的几把旧钥匙")
HOST = read("HOST", as_address, "127.0.0.1", "这台机器的一个地址，或者 0.0.0.0（都听）")
PORT = read("PORT", env.int, 8000, "一个端口号，例如 8000")
WORKERS = read("WORKERS", at_least_one, 2, " 1 以上的整数")
SITE_URL = read(
    "SITE_URL",
    as_site_url,
    f"http://127.0.0.1:{PORT}",
    "网站的完整网址，例如 https://fangpian.example",
)
SHORT_URL = read(
    "SHORT_URL", as_site_url, "", "一个更短的、也通到本站的网址，例如 https://fp.example"
)
TRIAL = "SITE_URL" not in os.environ  # nobody has said yet how residents reach it
OWN_HOSTS = [urlsplit(url).hostname for url in (SITE_URL, SHORT_URL) if url]
ALLOWED_HOSTS = read(
    "ALLOWED_HOSTS",
    env.list,
    [*OWN_HOSTS, "127.0.0.1", "localhost", "[::1]"],
    "用逗号分开的域名",
)
PRIVATE_HOSTS = TRIAL and "ALLOWED_HOSTS" not in os.environ  # a phone beside may try it too
HTTPS = SITE_URL.startswith("https://")
IN_THE_CLEAR = not HTTPS and (TRIAL or not is_only_here(urlsplit(SITE_URL).netloc))
LINK_HOSTS = read(
    "LINK_HOSTS",
    env.list,
    ["gov.cn", "12377.cn", "12321.cn"],
    "用逗号分开的域名；正文里只能有这些网站的网址",
)

INSTALLED_APPS = [
    "modeltranslation",
    "awareness.page_views",
    "awareness.pdf",
    "awareness.audit",
    "awareness.publishing",
    "awareness.office",
    "awareness.entry",
    "awareness.pictures",
    "awareness.guide",
    "awareness.emergency",
    "awareness.cases",
    "awareness.check",
    "awareness.quiz",
    "awareness.sheets",
    "awareness.sheet_codes",
    "awareness.front",
    "awareness.dashboard",
    "awareness.delivery",
    "awareness.entry.admin_config.EntryAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "awareness.delivery.hosts.private_hosts",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "awareness.delivery.middleware.path_language",
    "awareness.page_views.middleware.count_reads",
    "awareness.delivery.middleware.response_rules",
    "awareness.delivery.addresses.only_understood",
    "awareness.front.trailing_text.drop_trailing_text",
    "awareness.front.middleware.Fallback",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "awareness.entry.middleware.gates",
    "awareness.entry.middleware.Readable",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "awareness.urls"
WSGI_APPLICATION = "awareness.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": read(
        "DATABASE_URL",
        as_database,
        {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR_DIR / "site.sqlite3"},
        " sqlite:///… 或 postgres://用户:密码@主机/库名",
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA busy_timeout=5000",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 3}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHE_IS_SET = "CACHE_URL" in os.environ  # it does nothing yet, and the start says so
CACHES = {
    "default": read(
        "CACHE_URL",
        env.cache_url,
        {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        " locmemcache:// 或 rediscache://主机:6379/0",
    )
}

AUTH_USER_MODEL = "office.Staff"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "awareness.entry.passwords.UnlikeTheName"},
    {"NAME": "awareness.entry.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "awareness.entry.passwords.NotCommon"},
    {"NAME": "awareness.entry.passwords.NotOnlyDigits"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOCK_MINUTES = 15
# By account and address together, and soon over: nobody can lock an office out of its own desk.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=LOCK_MINUTES)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "awareness.delivery.reader.network"
AXES_USERNAME_CALLABLE = "awareness.entry.lockout.account"
AXES_LOCKOUT_CALLABLE = "awareness.entry.lockout.locked_page"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Nothing of what was posted is kept with a failure.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code", "next", "unsaved"]
OTP_TOTP_ISSUER = "防骗站编辑台"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("zh-hant", "繁體中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "awareness" / "locale"]
MODELTRANSLATION_FALLBACK_LANGUAGES = {
    "default": ("zh-hans",),
    "zh-hant": ("zh-hans", "en"),
    "en": ("zh-hans",),
}
SHORT_LANGUAGE_NAMES = {"zh-hans": "简体", "zh-hant": "繁體", "en": "英文"}


def name_in_language(name, language):
    """What the desk calls a field NAME in one LANGUAGE: 标题（简体）."""
    return f"{name}（{SHORT_LANGUAGE_NAMES[language]}）"


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = name_in_language
# The default would load jQuery UI from a public network.
JQUERY_UI_URL = "vendor/jquery-ui.min.js"
TIME_ZONE = read("TIME_ZONE", env.str, "Asia/Shanghai", "一个时区名，例如 Asia/Shanghai")
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "awareness.formats"

STATIC_URL = "/static/"
STATIC_ROOT = read("STATIC_ROOT", as_path, BASE_DIR / "staticfiles", "一个文件夹")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = read("MEDIA_URL", as_base_url, "/media/", "以 / 开头和结尾的路径，例如 /media/")
MEDIA_ROOT = read("MEDIA_ROOT", as_path, VAR_DIR / "media", "一个可以写的文件夹")
SHEET_SPACE_MB = read("SHEET_SPACE_MB", at_least_one, 300, " 1 以上的整数，单位是 MB")
FILE_UPLOAD_HANDLERS = ["awareness.delivery.uploads.FirstMegabytes"]
TESTING = "pytest" in sys.modules
KEEP_READS_EVERY = 0 if TESTING else 10  # seconds; 0: only when asked
STORAGES = {
    "default": {"BACKEND": "awareness.delivery.media.WholeFiles"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
DESK_PATH = read(
    "DESK_PATH",
    as_desk_path,
    "admin/",
    "编辑台在网址里的部分，小写字母、数字和短横，例如 admin/ 或 fangpian-desk/",
)
DESK_TIMEOUT_MINUTES = read("DESK_TIMEOUT_MINUTES", as_minutes, 30, " 1 到 720 的整数，单位是分钟")
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = f"/{DESK_PATH}"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "desk", "desk_csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 13 * 3600  # entry/sessions.py ends them earlier, and says so
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "awareness.front.errors.stale_form"
BEHIND_PROXY = read("BEHIND_PROXY", as_flag, False, " 1 或 0")
if HTTPS:
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The address of a page may carry what a reader typed: never logged.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},
        "awareness": {"level": "INFO"},
    },
}
