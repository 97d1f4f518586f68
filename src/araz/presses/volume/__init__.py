"""Volumes: a story, a day, a month or a topic as one file that needs no other, for phones that open no neighbours."""

from araz.presses.volume.press import VolumePress

__all__ = ["VolumePress"]
