"""Numbers of things in sentences."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return “1 deed”, “2,000 deeds”; `many` is for words that don't just take an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
