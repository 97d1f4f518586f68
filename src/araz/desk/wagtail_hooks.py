"""Where Wagtail looks for what the desk adds to it."""

from araz.desk.hooks import language_marks  # noqa: F401  registers itself
