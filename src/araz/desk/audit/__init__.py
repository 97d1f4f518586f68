"""Who did what at the desk: a log of deeds in a hash chain, without addresses, texts or times finer than an hour.

note("backup-made", account)                # in the deed's own transaction, if it has one
note("erased", account, "7k2m9q4x1c0f")     # about: a story's or an account's made name, or a number; never a text
head()                                      # for the manifest of a backup
"""

from araz.desk.audit.deeds import DEEDS as DEEDS
from araz.desk.audit.log import Head as Head
from araz.desk.audit.log import head as head
from araz.desk.audit.log import note as note
