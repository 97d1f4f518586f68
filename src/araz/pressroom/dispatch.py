"""Sends what the ledger has and the receipts have not: new bytes in the order in which they were printed (pages before
lists), what was taken away last. A dispatch that was cut off goes on after the last file that was noted."""

from collections.abc import Generator
from pathlib import Path
from typing import Final

import msgspec

from araz.contracts import Delivery
from araz.pressroom.account import Sheet
from araz.pressroom.ledger import Ledger
from araz.pressroom.receipts import Receipt, Receipts

NOTE_AFTER: Final = 50  # files; what is brought twice after a cut is at most this


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What a delivery still has to bring and to take away, in order."""

    sheets: tuple[Sheet, ...]
    gone: tuple[str, ...]
    receipt: Receipt  # to be written when all of it is done


def load_for(delivery: str, ledger: Ledger, receipts: Receipts) -> Load:
    """Return what that delivery has not brought yet; a ledger begun anew is compared as a whole."""
    last = receipts.receipt(delivery)
    ledger_id = ledger.fact("id")
    receipt = Receipt(ledger=ledger_id, since=ledger.since(), number=ledger.edition())
    known = last.ledger == ledger_id
    if known:
        gone = ledger.gone_since(last.since)
    else:
        here = {sheet.path for sheet in ledger.altered_since(0)}
        gone = tuple(path for path in receipts.paths(delivery) if path not in here)
    altered = ledger.altered_since(last.since if known else 0)
    sheets = tuple(sheet for sheet in altered if not receipts.has(delivery, sheet.path, sheet.hash))
    return Load(sheets=sheets, gone=gone, receipt=receipt)


def dispatch(delivery: Delivery, tree: Path, ledger: Ledger, receipts: Receipts) -> Generator[str, None, None]:
    """Bring the load, yielding each path when it is done. Raises DeliveryFailed; what arrived until then is noted."""
    load = load_for(delivery.name, ledger, receipts)
    arrived: list[tuple[str, str]] = []
    try:
        for sheet in load.sheets:
            try:
                delivery.put(sheet.path, tree / sheet.path)
            except FileNotFoundError:  # taken away since the load was made up: the next dispatch takes it away there
                continue
            arrived.append((sheet.path, sheet.hash))
            if len(arrived) >= NOTE_AFTER:
                _note(delivery, receipts, arrived)
                arrived.clear()
            yield sheet.path
    finally:
        _note(delivery, receipts, arrived)
    for path in load.gone:
        delivery.remove(path)
        yield path
    delivery.settle()
    receipts.forget(delivery.name, load.gone)
    receipts.reach(delivery.name, load.receipt)


def _note(delivery: Delivery, receipts: Receipts, arrived: list[tuple[str, str]]) -> None:
    """First the disk, then the receipt: a receipt must never say more than what survives a power cut."""
    if arrived:
        delivery.settle()
        receipts.note(delivery.name, arrived)
