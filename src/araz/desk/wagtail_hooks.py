"""Where Wagtail looks for what the desk adds to it."""

from araz.desk.hooks import (  # noqa: F401  they register themselves
    all_stories,
    articles,
    closed,
    deeds,
    erasing,
    explorer_api,
    held_back,
    inside,
    language_marks,
    look,
    my_desk,
    page_checks,
    portions,
    publishing,
    readers_files,
    signing_in,
    starting,
    translating,
    uploads,
    withdrawing,
)
