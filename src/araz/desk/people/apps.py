"""Puts the desk's pages about accounts in the place of Wagtail's, which ask for a person's name."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    user_viewset = "araz.desk.people.viewset.PeopleViewSet"

    def ready(self) -> None:
        from araz.desk.people import policy

        super().ready()
        policy.register()  # in the place of Wagtail's
