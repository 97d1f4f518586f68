"""A refusal: one sentence that says what happened and what to do."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


def refusal(sentence: str, *, field: str = NON_FIELD_ERRORS) -> ValidationError:
    """Return the refusal to raise. It names a field, or none, in the one form that Wagtail's API can pass on."""
    return ValidationError({field: [sentence]})
