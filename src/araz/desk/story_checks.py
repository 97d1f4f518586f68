"""What a story must be before readers get it, and what even a draft may not be."""

from django.core.exceptions import ValidationError

from araz.desk.addresses import FIXED_ADDRESS, why_not
from araz.desk.models.draft import StoryDraft
from araz.desk.models.outbox import PublicStory

NO_EXPIRY = "Give an announcement its last day instead; to take a story back, withdraw it."


def check_draft(page: StoryDraft) -> None:
    """Raise ValidationError for what can't even be saved as a draft."""
    errors: dict[str, str] = {}
    if page.address and (reason := why_not(page.address)):
        errors["address"] = reason
    public = PublicStory.objects.filter(page_id=page.pk).first() if page.pk else None
    if public and page.address != public.slug:
        errors["address"] = FIXED_ADDRESS.format(slug=public.slug)
    if page.expire_at:
        errors["expire_at"] = NO_EXPIRY
    if errors:
        raise ValidationError(errors)
