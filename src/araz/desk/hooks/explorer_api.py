"""The API from which the explorer's menu takes its pages searches in no texts.

Wagtail lets everybody at the desk search all pages that the menu shows, bodies too. Who may not open somebody's draft would learn
word by word what is in it.
"""

from typing import Final

from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.filters import SearchFilter

_OF_A_SEARCH: Final = frozenset({"search", "search_operator"})

PagesAdminAPIViewSet.filter_backends = [
    each for each in PagesAdminAPIViewSet.filter_backends if not issubclass(each, SearchFilter)
]
PagesAdminAPIViewSet.known_query_parameters = PagesAdminAPIViewSet.known_query_parameters - _OF_A_SEARCH
