"""What the elements of an export are called here, whatever prefix or namespace the exporter gave them."""

import re
from typing import Final

# Names that other vocabularies use as well (media:title, itunes:category, atom:link): they count without a prefix, or
# with that of WordPress.
_COMMON: Final = frozenset("title link guid pubDate description language category item".split())
CONTAINERS: Final = frozenset("item comment postmeta commentmeta termmeta author tag term".split())
LEAVES: Final = frozenset(
    (
        "title link guid pubDate description language category content excerpt creator "
        "post_id post_date post_date_gmt post_name post_parent post_type post_password status menu_order is_sticky "
        "attachment_url meta_key meta_value comment_status ping_status post_modified post_modified_gmt "
        "comment_id comment_author comment_author_email comment_author_url comment_author_IP comment_agent "
        "comment_date comment_date_gmt comment_content comment_approved comment_type comment_parent comment_user_id "
        "wxr_version base_site_url base_blog_url author_id author_login author_email author_display_name "
        "author_first_name author_last_name term_id category_nicename category_parent cat_name category_description "
        "tag_slug tag_name tag_description term_taxonomy term_slug term_parent term_name term_description"
    ).split()
)
_FOREIGN_CATEGORY: Final = re.compile("itunes|media|play|podcast|atom", re.IGNORECASE)


class Names:
    """Knows the namespaces of one file."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._root_prefix = ""

    def declare(self, attributes: dict[str, str]) -> None:
        """Learn the namespaces that an element declares."""
        for name, value in attributes.items():
            if name == "xmlns" or name.startswith("xmlns:"):
                self._addresses[name[6:]] = value
                self._known.clear()

    def begin(self, root: str) -> None:
        """Learn how the outermost element is prefixed: plain RSS elements are then prefixed alike."""
        self._root_prefix = root.rpartition(":")[0]
        self._known.clear()

    def of(self, name: str) -> str:
        """Return our name for an element, or nothing if it is of no interest."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._look_up(name)
        return known

    def _look_up(self, name: str) -> str:
        prefix, _, local = name.rpartition(":")
        address = self._addresses.get(prefix, "")
        if local == "encoded":
            return "excerpt" if "excerpt" in (address or prefix).lower() else "content"
        if local == "category":
            return "" if prefix and _FOREIGN_CATEGORY.search(address + prefix) else local
        if local in _COMMON:
            return local if prefix in ("", self._root_prefix) else ""
        return local if local in LEAVES or local in CONTAINERS else ""
