"""What the desk shows and what could grow with the archive: the pages that `benchmarks.desk` and tests/desk/test_scale.py ask for."""

from collections.abc import Iterator
from typing import Any, Final

# A name in braces stands for what `places` finds in the newsroom; {word} for each of some words.
PAGES: Final = (
    ("first page", "/admin/"),
    ("my stories", "/admin/my-stories/"),
    ("my stories: draft", "/admin/my-stories/?step=draft"),
    ("my stories: in review", "/admin/my-stories/?step=in+review"),
    ("my stories: sent back", "/admin/my-stories/?step=sent+back"),
    ("my stories: scheduled", "/admin/my-stories/?step=scheduled"),
    ("my stories: public", "/admin/my-stories/?step=public"),
    ("my stories: withdrawn", "/admin/my-stories/?step=withdrawn"),
    ("all stories", "/admin/all-stories/"),
    ("all stories: a page in the middle", "/admin/all-stories/?p={middle}"),
    ("all stories: draft", "/admin/all-stories/?step=draft"),
    ("all stories: in review", "/admin/all-stories/?step=in+review"),
    ("all stories: sent back", "/admin/all-stories/?step=sent+back"),
    ("all stories: scheduled", "/admin/all-stories/?step=scheduled"),
    ("all stories: public", "/admin/all-stories/?step=public"),
    ("all stories: withdrawn", "/admin/all-stories/?step=withdrawn"),
    ("all stories: language", "/admin/all-stories/?language={language}"),
    ("all stories: language, draft", "/admin/all-stories/?language={language}&step=draft"),
    ("all stories: language, public", "/admin/all-stories/?language={language}&step=public"),
    ("all stories: section", "/admin/all-stories/?language={language}&section={section}"),
    ("all stories: section, draft", "/admin/all-stories/?language={language}&section={section}&step=draft"),
    ("all stories: section, public", "/admin/all-stories/?language={language}&section={section}&step=public"),
    ("to review", "/admin/to-review/"),
    ("notices", "/admin/notices/"),
    # The explorer
    ("explorer: root", "/admin/pages/"),
    ("explorer: home", "/admin/pages/{home}/"),
    ("explorer: section", "/admin/pages/{section}/"),
    ("explorer: last page", "/admin/pages/{section}/?p={last}"),
    ("explorer: by title", "/admin/pages/{section}/?ordering=title"),
    ("explorer: by date", "/admin/pages/{section}/?ordering=-latest_revision_created_at"),
    ("explorer: by state", "/admin/pages/{section}/?ordering=live"),
    ("explorer: by type", "/admin/pages/{section}/?ordering=content_type"),
    ("explorer: in the order of the tree", "/admin/pages/{section}/?ordering=ord"),
    ("explorer: home in the order of the tree", "/admin/pages/{home}/?ordering=ord"),
    ("explorer: filtered by date", "/admin/pages/{section}/?latest_revision_created_at_from=2026-01-01"),
    ("explorer: filtered by state", "/admin/pages/{section}/?status=live"),
    ("explorer: filtered by owner", "/admin/pages/{section}/?owner={account}"),
    ("explorer: all, filtered by state", "/admin/pages/?status=live&search_all=1"),
    ("explorer: all, filtered by language", "/admin/pages/?locale={locale}"),
    ("explorer: section, “{word}”", "/admin/pages/{section}/?q={word}"),
    ("explorer: all, “{word}”", "/admin/pages/{section}/results/?q={word}&search_all=1"),
    ("search: “{word}”", "/admin/pages/search/?q={word}"),
    ("search: stories, “{word}”", "/admin/pages/search/?q={word}&content_type=desk.storypage"),
    ("search: by title, “{word}”", "/admin/pages/search/results/?q={word}&ordering=title"),
    ("stories by their type", "/admin/pages/usage/desk/storypage/"),
    ("stories by their type, “{word}”", "/admin/pages/usage/desk/storypage/?q={word}"),
    # Choosers and menus
    ("chooser", "/admin/choose-page/?page_type=desk.storypage"),
    ("chooser: section", "/admin/choose-page/{section}/?page_type=desk.storypage"),
    ("chooser: last page", "/admin/choose-page/{section}/?page_type=desk.storypage&p={chooser_last}"),
    ("chooser: “{word}”", "/admin/choose-page/search/?page_type=desk.storypage&q={word}"),
    ("menu of pages", "/admin/api/main/pages/?child_of={root}&for_explorer=1"),
    ("menu of pages: section", "/admin/api/main/pages/?child_of={section}&for_explorer=1"),
    ("chooser of pictures", "/admin/images/chooser/"),
    ("chooser of pictures: “{word}”", "/admin/images/chooser/results/?q={word}"),
    ("chooser of bylines", "/admin/snippets/choose/desk/byline/"),
    ("chooser of bylines: “{word}”", "/admin/snippets/choose/desk/byline/results/?q={word}"),
    ("chooser of topics", "/admin/snippets/choose/desk/topic/"),
    ("chooser of topics: “{word}”", "/admin/snippets/choose/desk/topic/results/?q={word}"),
    ("chooser of places", "/admin/snippets/choose/desk/place/"),
    # One story, one section
    ("new story", "/admin/pages/add/desk/storypage/{section}/"),
    ("story in the editor", "/admin/pages/{story}/edit/"),
    ("section in the editor", "/admin/pages/{section}/edit/"),
    ("home in the editor", "/admin/pages/{home}/edit/"),
    ("history of a story", "/admin/pages/{story}/history/"),
    ("history of a story's review", "/admin/pages/{story}/workflow_history/"),
    ("what has changed in a story", "/admin/pages/{revised}/revisions/compare/earliest...latest/"),
    ("where a story is named", "/admin/pages/{story}/usage/"),
    ("withdrawing a story", "/admin/pages/{story}/unpublish/"),
    ("withdrawing marked stories", "/admin/bulk/wagtailcore/page/unpublish/?id={story}"),
    ("deleting a draft", "/admin/pages/{draft}/delete/"),
    ("moving a story", "/admin/pages/{story}/move/"),
    ("copying a story", "/admin/pages/{story}/copy/"),
    ("translating a story", "/admin/translation/submit/page/{story}/"),
    ("translating a section", "/admin/translation/submit/page/{section}/"),
    ("preview of a draft", "/admin/pages/{story}/view_draft/"),
    # Parts
    ("pictures", "/admin/images/"),
    ("pictures by use", "/admin/images/?ordering=-usage_count"),
    ("pictures: “{word}”", "/admin/images/?q={word}"),
    ("one picture", "/admin/images/{picture}/"),
    ("where a picture is used", "/admin/images/usage/{picture}/"),
    ("deleting a picture", "/admin/images/{picture}/delete/"),
    ("parts", "/admin/snippets/"),
    ("bylines", "/admin/snippets/desk/byline/"),
    ("bylines: “{word}”", "/admin/snippets/desk/byline/?q={word}"),
    ("one byline", "/admin/snippets/desk/byline/edit/{byline}/"),
    ("history of a byline", "/admin/snippets/desk/byline/history/{byline}/"),
    ("where a byline is used", "/admin/snippets/desk/byline/usage/{byline}/"),
    ("where a byline is used, page 3", "/admin/snippets/desk/byline/usage/{byline}/?p=3"),
    ("deleting a byline", "/admin/snippets/desk/byline/delete/{byline}/"),
    ("topics", "/admin/snippets/desk/topic/"),
    ("one topic", "/admin/snippets/desk/topic/edit/{topic}/"),
    ("where a topic is used", "/admin/snippets/desk/topic/usage/{topic}/"),
    ("deleting a topic", "/admin/snippets/desk/topic/delete/{topic}/"),
    ("places", "/admin/snippets/desk/place/"),
    ("where a place is used", "/admin/snippets/desk/place/usage/{place}/"),
    ("front orders", "/admin/snippets/desk/frontorder/"),
    # Reports and the rest
    ("report: locked pages", "/admin/reports/locked/"),
    ("report: review", "/admin/reports/workflow/"),
    ("report: steps of the review", "/admin/reports/workflow_tasks/"),
    ("report: what was done", "/admin/reports/site-history/"),
    ("report: ageing pages", "/admin/reports/aging-pages/"),
    ("report: kinds of page", "/admin/reports/page-types-usage/"),
    ("reviews", "/admin/workflows/list/"),
    ("where the review is used", "/admin/workflows/usage/{workflow}/"),
    ("accounts", "/admin/users/"),
    ("one account", "/admin/users/edit/{account}/"),
    ("what an account did", "/admin/users/history/{account}/"),
    ("where an account is named", "/admin/users/usage/{account}/"),
    ("own account", "/admin/account/"),
    ("groups", "/admin/groups/"),
    ("collections of pictures", "/admin/collections/"),
    ("languages", "/admin/locales/"),
    ("one language", "/admin/locales/edit/{locale}/"),
    ("where a language is used", "/admin/locales/usage/{locale}/"),
    ("settings of the paper", "/admin/settings/desk/papersettings/{settings}/"),
    ("settings of the addresses", "/admin/settings/desk/addressbook/{addresses}/"),
)


def pages(words: tuple[str, ...], account: Any) -> Iterator[tuple[str, str]]:
    """Yield what a page is and its address, for the largest section, and for what most stories name.

    A page that needs what the newsroom does not have (a picture, a byline) is left out.
    """
    known = {name: found for name, found in places(account).items() if found is not None}
    for name, address in PAGES:
        for word in words if "{word}" in address else words[:1]:
            try:
                yield name.format(word=word), address.format(word=word, **known)
            except KeyError:
                break


def places(account: Any) -> dict[str, object]:
    """Return the numbers of what stands in braces in `PAGES`; None for what the newsroom does not have."""
    from wagtail.models import Page, Workflow

    from araz.desk.models import Byline, DeskImage, Place, SectionPage, StoryPage, Topic
    from araz.desk.models.paper import AddressBook, PaperSettings

    section = SectionPage.objects.order_by("-numchild", "pk")[0]
    stories = StoryPage.objects.child_of(section).order_by("path")
    public, drafts = stories.filter(live=True), stories.filter(public__isnull=True)
    return {
        "root": Page.get_first_root_node().pk,
        "home": section.get_parent().pk,
        "section": section.pk,
        "last": -(-section.numchild // 50),
        "chooser_last": -(-section.numchild // 25),
        "story": public.values_list("pk", flat=True)[public.count() // 2],
        "revised": stories.filter(latest_revision__isnull=False).values_list("pk", flat=True).first(),
        "draft": drafts.values_list("pk", flat=True).first(),
        "byline": _most_used(Byline),
        "topic": _most_used(Topic),
        "place": _most_used(Place),
        "picture": _most_used(DeskImage),
        "workflow": Workflow.objects.filter(active=True).values_list("pk", flat=True).first(),
        "account": account.pk,
        "middle": max(1, StoryPage.objects.count() // 50),
        "locale": section.locale_id,
        "language": section.locale.language_code,
        "settings": PaperSettings.objects.values_list("pk", flat=True).first(),
        "addresses": AddressBook.objects.values_list("pk", flat=True).first(),
    }


def _most_used(model: Any) -> object:
    """Return the number of the thing that most stories name; of any if none is named."""
    from django.contrib.contenttypes.models import ContentType
    from django.db.models import Count
    from wagtail.models import ReferenceIndex

    kind = ContentType.objects.get_for_model(model)
    counted = ReferenceIndex.objects.filter(to_content_type=kind).values("to_object_id").annotate(uses=Count("pk"))
    most = counted.order_by("-uses").values_list("to_object_id", flat=True).first()
    return most or model.objects.values_list("pk", flat=True).first()
