"""Why a backup can't be made or brought back; each message says what to do."""


class BackupTrouble(Exception):
    """The base of them all."""


class Busy(BackupTrouble):
    """Another process is at it."""


class NoKeys(BackupTrouble):
    """Nobody could open the backup."""


class CantRestore(BackupTrouble):
    """This backup can't be brought back, or not to there."""


class NotEmpty(BackupTrouble):
    """The database to restore into has something in it."""


class DrillFailed(BackupTrouble):
    """What a backup brings back is not what there is."""


class NoWayBack(BackupTrouble):
    """An upgrade can't be taken back."""
