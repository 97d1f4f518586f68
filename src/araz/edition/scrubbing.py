"""Leaves nothing of what was erased in the free pages and logs of an SQLite file."""

import sqlite3


def scrub(connection: sqlite3.Connection) -> bool:
    """Write the file anew without its free pages and empty its log; say whether the log could be emptied.

    It can't while another process reads an older moment. Then it holds old pages until that reader has ended and the file
    is scrubbed again. Needs as much room as the file has; no transaction may be open.
    """
    connection.execute("pragma secure_delete = on")
    connection.execute("vacuum")
    (is_busy, *_) = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    return not is_busy
