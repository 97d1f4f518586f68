"""Whether the desk's database fits this version of Araz."""

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from araz.server.counting import counted


class WrongVersion(Exception):
    """The newsroom belongs to an older or a newer Araz; the message says what to do."""


class NoDatabase(Exception):
    """The desk's database does not answer; the message says what to do."""


def look_at_database() -> None:
    """Raises NoDatabase unless the desk's database can be used."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise NoDatabase(
            "The desk's database does not answer, or refuses the name and password. "
            "See that it runs, and that “database” in araz.toml names it."
        ) from error


def look_at_version() -> None:
    """Raises WrongVersion unless the database has exactly the form that this Araz knows, NoDatabase if it is away."""
    look_at_database()
    if too_new():
        raise WrongVersion("This newsroom was used by a newer Araz. Use that version, or bring back an older backup.")
    if waiting := waiting_migrations():
        raise WrongVersion(
            f"This newsroom was made by an older Araz; its database lacks {counted(len(waiting), 'change')}. "
            "Call “araz upgrade”, which makes a backup first."
        )


def waiting_migrations() -> list[str]:
    """Return the names of the migrations that were not applied yet, in order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def too_new() -> bool:
    """Say whether a migration of the desk was applied that this Araz does not have."""
    known = MigrationExecutor(connection).loader.disk_migrations
    applied = MigrationRecorder(connection).applied_migrations()
    return any(app == "desk" and (app, name) not in known for app, name in applied)
