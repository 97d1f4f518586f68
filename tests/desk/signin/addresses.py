"""Every address of the desk."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils.regex_helper import normalize

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


def address(where: tuple[Any, ...], values: Mapping[str, Any] | None = None) -> str:
    """Return an address that leads there, with these values by the names that stand in it; samples where none is known."""
    known = values or {}
    return "/" + "".join(
        _of_route(part, known) if isinstance(part, RoutePattern) else _of_regex(part, known) for part in where
    )


def _of_route(part: Any, values: Mapping[str, Any]) -> str:
    path = str(part._route)
    for name, converter in part.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        sample = str(values.get(name, _SAMPLES[kind]))
        path = path.replace(f"<{kind}:{name}>", sample).replace(f"<{name}>", sample)
    return path


def _of_regex(part: Any, values: Mapping[str, Any]) -> str:
    path, names = normalize(str(part.regex.pattern))[0]
    return str(path % {name: values.get(name, "a") for name in names})
