"""Every address of the desk, with the numbers of real things in it."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.models import Group
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils.regex_helper import normalize
from wagtail.models import Collection, Locale, Site, Task, Workflow

_SAMPLES: Final = {
    "int": "1",
    "str": "a",
    "slug": "a",
    "path": "a/b.jpg",
    "uuid": "5d1b7b0e-9c5e-4f3a-8a3c-0c6d5b1e2f3a",
}


def patterns(resolver: Any = None, before: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], URLPattern]]:
    """Yield each pattern that the desk answers to, with the parts of the way to it."""
    for pattern in (resolver or get_resolver()).url_patterns:
        where = (*before, pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, where)
        else:
            yield where, pattern


def route(where: tuple[Any, ...]) -> str:
    return "/" + "".join(str(part) for part in where)


def address(where: tuple[Any, ...], number: str = "1") -> str:
    """Return an address that leads there, with this number wherever one stands."""
    return "/" + "".join(
        _of_route(part, number) if isinstance(part, RoutePattern) else _of_regex(part) for part in where
    )


def numbers(story: Any, parts: dict[str, Any], account: Any) -> dict[str, str]:
    """Return numbers of things that there are, by how an address begins."""
    found = {
        "/admin/pages/": story,
        "/admin/choose-page/": story.get_parent(),
        "/admin/users/": account,
        "/admin/groups/": Group.objects.get(name="writer"),
        "/admin/collections/": Collection.get_first_root_node(),
        "/admin/locales/": Locale.objects.first(),
        "/admin/sites/": Site.objects.first(),
        "/admin/workflows/tasks/": Task.objects.filter(active=True).first(),
        "/admin/workflows/task_chooser/": Task.objects.filter(active=True).first(),
        "/admin/workflows/": Workflow.objects.filter(active=True).first(),
        "/admin/api/main/pages/": story,
        **{f"/admin/snippets/desk/{name}/": part for name, part in parts.items()},
        **{f"/admin/snippets/choose/desk/{name}/chosen/": part for name, part in parts.items()},
    }
    return {beginning: str(thing.pk) for beginning, thing in found.items() if thing}


def _of_route(part: Any, number: str) -> str:
    path = str(part._route)
    for name, converter in part.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        sample = number if kind == "int" or name in ("pk", "object_id") else _SAMPLES[kind]
        path = path.replace(f"<{kind}:{name}>", sample).replace(f"<{name}>", "a")
    return path


def _of_regex(part: Any) -> str:
    path, names = normalize(str(part.regex.pattern))[0]
    return str(path % dict.fromkeys(names, "a"))
