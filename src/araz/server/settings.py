"""The Django project's settings, all of them derived from the newsroom in the folder that ARAZ_NEWSROOM names.

Without that variable, as in tests and for type checking, there is an empty newsroom in memory that has no place on the
disk: tests that write files say where, and may name a server's database in ARAZ_TEST_DATABASE.
"""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.conf.locale import LANG_INFO

from araz.desk.acceptance.workshop import LARGEST_UPLOAD_BYTES
from araz.server.bodies import LARGEST_BODY_BYTES
from araz.server.database import database
from araz.server.headers import HSTS_S
from araz.server.logs import LOGGING as LOGGING
from araz.server.newsroom import Newsroom, NewsroomSettings, open_newsroom

_folder = os.environ.get("ARAZ_NEWSROOM", "")
_newsroom = (
    open_newsroom(Path(_folder))
    if _folder
    else Newsroom(
        folder=Path(os.devnull),
        settings=NewsroomSettings(database=os.environ.get("ARAZ_TEST_DATABASE", "sqlite")),
    )
)
_desk = urlsplit(_newsroom.settings.desk_address)
_is_secure = _desk.scheme == "https"

# The newsroom, for the desk

ARAZ_NEWSROOM = _newsroom.folder
ARAZ_SITE_FOLDER = _newsroom.site_folder
ARAZ_MEDIA = _newsroom.pictures
ARAZ_APPROVAL = _newsroom.settings.approval
ARAZ_TIME_ZONE = _newsroom.settings.time_zone
ARAZ_HOME = _newsroom.settings.home
ARAZ_DESK_HOST = _desk.hostname or "localhost"  # passkeys are made for this name

# Django

DEBUG = False
SECRET_KEY = _newsroom.secret_key() if _folder else secrets.token_urlsafe(64)
ROOT_URLCONF = "araz.server.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "araz.server",  # first: its templates stand before Wagtail's
    "araz.desk",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.settings",
    "wagtail.locales",
    "wagtail.sites",
    "araz.desk.people.apps.PeopleConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",  # Wagtail's pages name its addresses; urls.py closes them
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "araz.server.desk_policy.DeskPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "araz.desk.signin.guard.SecondFactorGuard",  # before every page; what it lets pass is listed there
    "araz.desk.refusals.RefusalMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# The database, background work, files

DATABASES = {"default": database(_newsroom.settings.database, _newsroom.desk_file if _folder else None)}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STATIC_URL = "/static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = _newsroom.media / "desk"  # what the desk shows to those who are signed in
FILE_UPLOAD_TEMP_DIR = str(_newsroom.scratch)  # nothing is written outside the newsroom, and no upload at all:
FILE_UPLOAD_HANDLERS = ["araz.desk.uploads.in_memory.InMemory"]
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_BODY_BYTES + 1  # Django's ASGI writes larger bodies to the disk; none comes here
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a long story has many blocks

# Languages and times

# Django calls Latin Azerbaijani a right-to-left language and doesn't know the Arabic script one.
LANG_INFO["az"] = {**LANG_INFO["az"], "bidi": False}
LANG_INFO["azb"] = {"bidi": True, "code": "azb", "name": "South Azerbaijani", "name_local": "تۆرکجه"}
USE_TZ = True
TIME_ZONE = _newsroom.settings.time_zone  # of the desk, until an account chooses another for itself
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("az", "Azərbaycanca"),
    ("azb", "تۆرکجه"),
    ("fa", "فارسی"),
    ("tr", "Türkçe"),
    ("en", "English"),
]
LANGUAGES_BIDI = ["ar", "azb", "fa", "he", "ur"]

# Wagtail

WAGTAIL_SITE_NAME = "Araz"
_is_sqlite = DATABASES["default"]["ENGINE"].endswith("sqlite3")
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "araz.desk.searching.sqlite" if _is_sqlite else "araz.desk.searching.postgresql"}
}
WAGTAIL_I18N_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "desk.DeskImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "araz.desk.uploads.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp"]  # what a browser offers
WAGTAILIMAGES_MAX_UPLOAD_SIZE = LARGEST_UPLOAD_BYTES
WAGTAILADMIN_BASE_URL = _newsroom.settings.desk_address or f"http://localhost:{_newsroom.settings.desk_port}"
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})  # which would say where the server stands
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # tells another host who edits
WAGTAIL_ENABLE_UPDATE_CHECK = False  # tells another host that there is a newsroom
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_NOTIFICATION_USE_HTML = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # an account has no address
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # a passphrase is changed beside the second factor, not in Wagtail
WAGTAIL_PASSWORD_RESET_ENABLED = False  # a new one-time link is given by an administrator

# Signing in

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]  # Django's, and its rights
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["username"]},
    },
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/admin/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; allauth compares this with the line above
ACCOUNT_ADAPTER = "araz.desk.signin.adapters.AccountRules"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
# Wrong tries are counted by account (araz.desk.signin.slowing): behind a proxy or Tor all come from one address.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
MFA_ADAPTER = "araz.desk.signin.adapters.FactorRules"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Araz"
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute wrong
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_WEBAUTHN_USER_VERIFICATION = "required"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # the product sends no mail

# What browsers are told

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_newsroom.settings.desk_hosts, *filter(None, [_desk.hostname])]
CSRF_TRUSTED_ORIGINS = [_newsroom.settings.desk_address] if _desk.scheme else []
SESSION_ENGINE = "araz.desk.signin.session_store"  # which says when a session ends
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _is_secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_NAME = "__Host-desk" if _is_secure else "desk"
CSRF_FAILURE_VIEW = "araz.desk.signin.session_pages.form_refused"
CSRF_COOKIE_AGE = None  # ends with the browser, as the session does
CSRF_COOKIE_NAME = "__Host-form" if _is_secure else "form"
SECURE_HSTS_SECONDS = HSTS_S if _is_secure and not ARAZ_DESK_HOST.endswith(".onion") else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # “no-referrer” would have browsers hide the origin that forms are checked by
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail allows it to the previews beside the editor
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other names below the desk's are not ours to decide for
    "security.W008",  # http is turned into https by the proxy in front, which alone knows both
    "security.W021",  # see araz.server.headers: the preload list would tell the desk's name to everybody
]
if not SECURE_HSTS_SECONDS:
    SILENCED_SYSTEM_CHECKS += ["security.W004"]  # localhost, or an onion service, which needs no https
if not _is_secure:
    SILENCED_SYSTEM_CHECKS += ["security.W012", "security.W016"]  # there is no https for cookies to insist on
CONTENT_SECURITY_POLICY = {  # the few pages that need more: araz.server.desk_policy
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "frame-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
