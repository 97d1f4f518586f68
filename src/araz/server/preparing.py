"""Brings the desk's database into the form that this Araz knows."""

from collections.abc import Callable

from django.core.management import call_command

from araz.desk.roles import prepare_roles
from araz.server.counting import counted
from araz.server.versions import look_at_database, waiting_migrations

Progress = Callable[[str], object]


def prepare_database(progress: Progress) -> None:
    """Apply every change that waits, and make the roles what they are in this version. Raises NoDatabase."""
    look_at_database()
    if waiting := waiting_migrations():
        progress(f"Database: {counted(len(waiting), 'change')}")
        call_command("migrate", verbosity=0, interactive=False)
    prepare_roles()
