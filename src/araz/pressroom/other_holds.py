"""Notices when the holds are not those by which a press printed last: the book was lost, or is one of an earlier day."""

from typing import Final

from araz.pressroom.account import Account
from araz.pressroom.holds import Holds
from araz.pressroom.ledger import Ledger

_ID: Final = "holds id"  # fact of an account: which book of holds the press has met
_COUNT: Final = "holds"  # and how far it has followed it


def notice_other_holds(holds: Holds, ledger: Ledger, account: Account) -> None:
    """Have all pages printed anew with every story looked through, if what the press remembers of the holds is not in them.

    The owner of the account has its press's lock.
    """
    known, followed = account.fact(_ID), account.number(_COUNT)
    is_earlier = known in ("", holds.fact("id")) and followed > holds.count()
    if is_earlier:
        holds.begin_anew(followed)
    if known == holds.fact("id"):
        return
    with ledger.transaction():
        account.set_fact(_ID, holds.fact("id"))
        if known or is_earlier:
            account.set_fact(_COUNT, 0)
            account.set_fact("resetting", "due")
            account.set_fact("asked", account.number("asked") + 1)
