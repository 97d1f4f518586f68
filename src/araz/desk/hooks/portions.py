"""Where Wagtail would load all of something to show a few, the desk loads the few.

Wagtail offers no place to say so: its classes are told here.
"""

from collections.abc import Iterable
from functools import cached_property
from itertools import groupby
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, Min, Q, QuerySet
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.models import Page, ReferenceIndex, Workflow
from wagtail.models.reference_index import ReferenceGroups, ReferenceIndexQuerySet

Source = tuple[int, str]  # a content type's number, and an object's of that type


class PagedGroups(ReferenceGroups):
    """References by the object that has them, of which a portion costs no more than the portion."""

    def __getitem__(self, portion: slice) -> list[tuple[Any, list[ReferenceIndex]]]:
        keys = ("base_content_type_id", "object_id")
        sources: list[Source] = list(self.qs.values_list(*keys).distinct().order_by(*keys)[portion])
        objects = _objects(sources)
        references = _references(self.qs, sources)
        return [(objects[source], references[source]) for source in sources if source in objects]

    @cached_property
    def is_protected(self) -> bool:
        """Whether a reference forbids deleting what it leads to; which those of one field all do, or none."""
        one_of_each = self.qs.order_by().values("content_type", "model_path").annotate(one=Min("pk"))
        references = self.qs.model.objects.filter(pk__in=list(one_of_each.values_list("one", flat=True)))
        return any(reference.on_delete == PROTECT for reference in references)


def _objects(sources: Iterable[Source]) -> dict[Source, Any]:
    """Return what still exists of the sources, loaded with one query for each type."""
    found: dict[Source, Any] = {}
    for number, of_type in groupby(sources, key=lambda source: source[0]):
        keys = [key for _, key in of_type]
        objects = ContentType.objects.get_for_id(number).get_all_objects_for_this_type(pk__in=keys)
        found |= {(number, str(each.pk)): each for each in objects}
    return found


def _references(all_of_them: "QuerySet[Any]", sources: list[Source]) -> dict[Source, list[ReferenceIndex]]:
    wanted = Q(pk__in=())
    for number, of_type in groupby(sources, key=lambda source: source[0]):
        wanted |= Q(base_content_type=number, object_id__in=[key for _, key in of_type])
    by_source: dict[Source, list[ReferenceIndex]] = {source: [] for source in sources}
    for reference in all_of_them.filter(wanted).order_by("pk"):
        by_source[reference.base_content_type_id, reference.object_id].append(reference)
    return by_source


def _groups(references: "QuerySet[Any]") -> PagedGroups:
    return PagedGroups(references)


def _order_of_the_tree(view: Any) -> str | None:
    """Wagtail shows all children at once in the order of the tree, for dragging; where nobody drags, nobody needs it."""
    return "ord" if view.permissions.can_reorder_children() else None


def _where_it_begins(review: Any) -> "QuerySet[Any]":
    """The pages that a review is set for, and not the whole archive under them, which Wagtail would count and sort."""
    pages: QuerySet[Any] = Page.objects.filter(pk__in=review.workflow_pages.values("page"))
    return pages


def _pages_to_list(view: Any) -> "QuerySet[Any]":
    """Wagtail has each page looked up among those that one may see, also for those who may see all.

    And it asks for pages of a type by their depth, which leads it past the index of stories.
    """
    pages: QuerySet[Any]
    if not view.permission_policy.explorable_root_instance(view.request.user).is_root():
        pages = _pages_by_permission(view)
    elif view.model is Page:
        pages = view.annotate_queryset(Page.objects.filter(depth__gt=1))
    else:
        of_type = view.model.objects.filter(content_type=ContentType.objects.get_for_model(view.model))
        pages = view.annotate_queryset(of_type)
    return pages


_pages_by_permission: Final = IndexView.get_base_queryset

IndexView.get_base_queryset = _pages_to_list
ReferenceIndexQuerySet.group_by_source_object = _groups
ExplorableIndexView.sort_order_field = property(_order_of_the_tree)
Workflow.all_pages = _where_it_begins
