"""What was found, and where, in words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

SHOWN: Final = ("e-mail", "network address", "position", "path", "time")  # to whoever reads the text in which it stands
PLACES: Final = {
    "headline": _("in the headline"),
    "standfirst": _("in the standfirst"),
    "address": _("in its address"),
    "picture": _("in the alternative text, caption or credit of its picture"),
    "picture file": _("in the file of a picture or document that it shows"),
    "statement": _("in the number or the issuing body of the statement"),
    "old addresses": _("in one of its old addresses"),
    "withdrawal": _("in what readers are told about its withdrawal"),
    "comment": _("in a reader's comment"),
    "part": _("in the words of this part of the paper"),
    "page": _("on this page of the paper: in the masthead, a section, a byline, a topic or a place"),
}
COUNTED: Final = {
    "block": _("in paragraph or block {number} of the text"),
    "note": _("in footnote {number}"),
    "correction": _("in correction {number}"),
    "comment": _("in a reader's comment"),
}
KINDS: Final = {
    "word": _("a word of the list of words that must never appear"),
    "account": _("the name of an account of the desk"),
    "account e-mail": _("the e-mail address of an account, or a hash of it"),
    "host": _("the name of a machine that only the newsroom knows"),
    "machine": _("the name of this machine"),
    "folder": _("the folder of the newsroom"),
    "e-mail": _("an e-mail address"),
    "network address": _("a network address"),
    "position": _("a geographic position"),
    "path": _("a folder of somebody's machine"),
    "time": _("a time finer than ten minutes"),
    "metadata": _("metadata: what the file says besides its picture or text"),
    "program": _("the name of a program or a device"),
    "unreadable": _("something that can't be opened and looked at"),
}
SHORT: Final = {
    "word": _("word of the list"),
    "account": _("name of an account"),
    "account e-mail": _("address of an account"),
    "host": _("hidden machine"),
    "machine": _("this machine"),
    "folder": _("newsroom's folder"),
    "e-mail": _("e-mail address"),
    "network address": _("network address"),
    "position": _("position"),
    "path": _("folder"),
    "time": _("time"),
    "metadata": _("metadata"),
    "program": _("program or device"),
    "unreadable": _("unreadable"),
}


def in_words(kind: str) -> str:
    return str(KINDS.get(kind, kind))


def in_short(kind: str) -> str:
    return str(SHORT.get(kind, kind))


def where_in_words(place: str) -> str:
    sort, _space, number = place.rpartition(" ")
    return str(COUNTED[sort]).format(number=number) if sort in COUNTED else str(PLACES.get(place, place))
