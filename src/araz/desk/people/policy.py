"""Who decides about accounts: administrators, and nobody by a right that a role was given.

Whoever may change an account can make it an administrator; so a form of Wagtail's that lets a role do that would be a way around
the roles.
"""

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy


class OnlyAdministrators(ModelPermissionPolicy):
    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(user.is_active and user.is_superuser)

    def users_with_any_permission(self, actions: Any) -> Any:
        return get_user_model().objects.filter(is_superuser=True, is_active=True)


def register() -> None:
    register_permission_policy(get_user_model(), OnlyAdministrators(get_user_model()))
