"""The desk as a Django application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "araz.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from araz.desk import hearing, prefixes
        from araz.desk.audit import rights, wagtail_logs
        from araz.desk.signin import left_messages, noting, session_times, visits

        hearing.connect()
        prefixes.register()
        visits.connect()
        wagtail_logs.connect()
        rights.connect()
        noting.connect()
        session_times.connect()
        left_messages.connect()
