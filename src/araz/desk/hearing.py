"""Hears Wagtail do what passes over our models' own `save` and `delete`.

Moving, and unpublishing in bulk, save a page by its base class; deleting a page deletes it by the tree. These signals of
Django come inside the transaction of the deed, unlike Wagtail's `page_published`, `page_unpublished` and
`post_page_move`, which nobody here listens to.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Locale, Page, Revision

from araz.desk import door, roles, two_persons
from araz.desk.models.documents import DeskDocument
from araz.desk.models.images import DeskImage
from araz.desk.models.pages import NewsroomHome, SectionPage, why_home_stays
from araz.desk.models.paper import hand_over_masthead
from araz.desk.models.story import StoryPage
from araz.desk.pictures_in_use import why_document_stays, why_picture_stays
from araz.desk.refused import refusal

_PUBLIC = {"live", "live_revision", "path", "locale"}


def connect() -> None:
    post_save.connect(_page_was_saved, sender=Page, dispatch_uid="araz.desk.saved")
    pre_save.connect(_version_gets_its_hour, sender=Revision, dispatch_uid="araz.desk.hour")
    pre_save.connect(_locale_changes, sender=Locale, dispatch_uid="araz.desk.locale")
    post_save.connect(_home_was_saved, sender=NewsroomHome, dispatch_uid="araz.desk.home")
    pre_delete.connect(_story_goes, sender=StoryPage, dispatch_uid="araz.desk.story_goes")
    pre_delete.connect(_section_goes, sender=SectionPage, dispatch_uid="araz.desk.section_goes")
    pre_delete.connect(_home_goes, sender=NewsroomHome, dispatch_uid="araz.desk.home_goes")
    pre_delete.connect(_picture_goes, sender=DeskImage, dispatch_uid="araz.desk.picture_goes")
    pre_delete.connect(_document_goes, sender=DeskDocument, dispatch_uid="araz.desk.document_goes")
    post_delete.connect(_home_went, sender=NewsroomHome, dispatch_uid="araz.desk.home_went")


def _page_was_saved(
    instance: Any, *, created: bool, update_fields: frozenset[str] | None = None, raw: bool = False, **_: Any
) -> None:
    if created or raw or (update_fields is not None and not _PUBLIC & update_fields):
        return
    if instance.specific_class is StoryPage:
        door.pass_again(instance.specific)
    elif instance.specific_class is SectionPage:
        section = SectionPage.objects.get(pk=instance.pk)
        door.check_section(section)
        door.pass_section(section)
    elif instance.specific_class is NewsroomHome:
        if not instance.live and (reason := why_home_stays(instance)):
            raise refusal(reason)
        hand_over_masthead()


def _version_gets_its_hour(instance: Revision, update_fields: frozenset[str] | None = None, **_: Any) -> None:
    """A correction that is scheduled passes the door only when the clock publishes it, and then nobody is asked."""
    is_given = "approved_go_live_at" in (update_fields or ()) and instance.approved_go_live_at
    if is_given and isinstance(story := instance.content_object, StoryPage):
        two_persons.check(story, instance)


def _home_was_saved(instance: NewsroomHome, *, created: bool, raw: bool = False, **_: Any) -> None:
    if raw:
        return
    if created:
        roles.open_home(instance)
    hand_over_masthead()


def _story_goes(instance: StoryPage, **_: Any) -> None:
    if instance.was_public():
        raise refusal(door.STAYS)


def _section_goes(instance: SectionPage, **_: Any) -> None:
    reason = door.why_section_stays(instance)
    if reason:
        raise refusal(reason)
    door.take_out(instance.key())


def _home_goes(instance: NewsroomHome, **_: Any) -> None:
    if reason := why_home_stays(instance):
        raise refusal(reason)


def _picture_goes(instance: DeskImage, **_: Any) -> None:
    if reason := why_picture_stays(instance):
        raise refusal(reason)


def _document_goes(instance: DeskDocument, **_: Any) -> None:
    if reason := why_document_stays(instance):
        raise refusal(reason)


def _locale_changes(instance: Locale, raw: bool = False, **_: Any) -> None:
    before = Locale.objects.filter(pk=instance.pk).values_list("language_code", flat=True).first()
    if before and not raw and before != instance.language_code and Page.objects.filter(locale=instance).exists():
        raise refusal(
            f"The paper has pages in this language; every story of it would change its language. Leave it “{before}”"
            " and add the other language as a new one.",
            field="language_code",
        )


def _home_went(**_: Any) -> None:
    hand_over_masthead()
