"""Words in several languages in one field: a name that stands in every language of the paper."""

from typing import Any

from django import forms
from django.db import models

from araz.language import LANGUAGES, repair


class WordsWidget(forms.MultiWidget):
    """One line, or one box, for each language, each in its own direction."""

    template_name = "desk/words.html"

    def __init__(self, *, long: bool = False, attrs: dict[str, Any] | None = None) -> None:
        kind = forms.Textarea if long else forms.TextInput
        size = {"rows": 3} if long else {}
        super().__init__(
            {
                code: kind(attrs={"dir": row.direction, "lang": row.html_tag, "aria-label": row.own_name, **size})
                for code, row in LANGUAGES.items()
            },
            attrs,
        )

    def decompress(self, value: Any) -> list[str]:
        return [(value or {}).get(code, "") for code in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for part, row in zip(context["widget"]["subwidgets"], LANGUAGES.values(), strict=True):
            part["language"] = row.own_name
        return context


class WordsFormField(forms.MultiValueField):
    def __init__(self, *, long: bool = False, **kwargs: Any) -> None:
        for unused in ("encoder", "decoder", "max_length"):
            kwargs.pop(unused, None)
        kwargs["widget"] = WordsWidget(long=long)
        fields = [forms.CharField(required=False, max_length=None if long else 200) for _ in LANGUAGES]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, values: list[str]) -> dict[str, str]:
        given = zip(LANGUAGES, values or [], strict=False)
        return {code: repair(words.strip(), code) for code, words in given if words and words.strip()}

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.compress(list(data or [])) != (initial or {})


class WordsField(models.JSONField):
    """A dictionary from language codes to words; a language without words is not in it."""

    def __init__(self, *args: Any, long: bool = False, **kwargs: Any) -> None:
        self.long = long
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"long": True} if self.long else {})

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": WordsFormField, "long": self.long, **kwargs})


def first_words(words: dict[str, str]) -> str:
    """Return the words of the first language that has some, for lists in the desk."""
    return next((words[code] for code in LANGUAGES if words.get(code)), "")
