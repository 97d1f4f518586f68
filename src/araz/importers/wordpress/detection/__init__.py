"""Tells in which of the paper's languages a text is written, from its letters, its small words and their endings."""

from araz.importers.wordpress.detection.guessing import Guess, language_of, script_of
from araz.importers.wordpress.detection.profiles import OTHER

__all__ = ["OTHER", "Guess", "language_of", "script_of"]
