"""Brings the tree into another folder: a second disk, a stick, a mounted share."""

from araz.deliveries.folder.delivery import FolderDelivery

__all__ = ["FolderDelivery"]
