"""Where Wagtail looks for what the desk adds to it."""

from araz.desk.hooks import language_marks, look, readers_files, signing_in, starting  # noqa: F401  they register themselves
