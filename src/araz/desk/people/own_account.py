"""What an account may set for itself: language, time and look of the desk. It has no name to give and no mail to get."""

from typing import Any

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    NameEmailSettingsPanel,
    NotificationsSettingsPanel,
)

_ABOUT_PERSONS = (NameEmailSettingsPanel, AvatarSettingsPanel, NotificationsSettingsPanel)


class OwnAccountView(AccountView):
    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, _ABOUT_PERSONS)]


own_account = require_admin_access(OwnAccountView.as_view())
