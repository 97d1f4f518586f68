"""The pages about accounts: a list and a form, and what is noted when they are used."""

from typing import Any, Final

from django.contrib.auth import get_user_model
from django.urls import path, reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.users.views import users

from araz.desk.audit import note
from araz.desk.people.forms import ChangeAccountForm, NewAccountForm
from araz.desk.people.letting_in import LinkView, RecoveryView
from araz.desk.roles import role_of, sections_of
from araz.desk.signin.factors import has_second_factor
from araz.desk.signin.own_sessions import end_all
from araz.desk.signin.recovery import NEEDED, asked_for, others_who_could

ACCOUNTS = get_user_model()


class AccountFilter(WagtailFilterSet):
    def __init__(self, *args: Any, is_searching: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    class Meta:
        model = ACCOUNTS
        fields = ["is_active", "groups"]


_LIST: Final = "Accounts"
_MAKE: Final = "Make an account"


class _BelowTheList:
    """Wagtail would call the list that leads here by the name of the table."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()  # type: ignore[misc]  # of the view beside it
        return [
            item | ({"label": _LIST} if item["url"] == reverse("wagtailusers_users:index") else {}) for item in items
        ]


class _CountedAccounts(WagtailPaginator):
    verbose_name = "account"
    verbose_name_plural = "accounts"


class PeopleListView(users.IndexView):
    """The day of the last visit is not shown: it would say who works when."""

    page_title = _LIST
    add_item_label = _MAKE
    verbose_name_plural = "accounts"
    paginator_class = _CountedAccounts
    search_fields = {"username"}

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("username", label="Account", get_url=self.get_edit_url, sort_key="username"),
            Column("role", label="Role", accessor=role_of),
            Column("sections", label="Only in", accessor=lambda account: ", ".join(map(str, sections_of(account)))),
            BooleanColumn("factor", label="Set up", accessor=has_second_factor),
            BooleanColumn("is_active", label="May sign in", sort_key="is_active"),
        ]

    def get_base_queryset(self) -> Any:
        return ACCOUNTS.objects.prefetch_related("groups")


class NewAccountView(_BelowTheList, users.CreateView):
    page_title = page_subtitle = _MAKE
    submit_button_label = "Make the account"
    success_message = "The account “%(object)s” is made. Make a sign-in link for it now."

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, last = super().get_breadcrumbs_items()
        return [*above, last | {"label": _MAKE}]

    def save_instance(self) -> Any:
        account = self.form.save()  # Wagtail's action would save the account that the form began with
        note("account-made", self.request.user, account.get_username())
        return account

    def get_success_url(self) -> str:
        return str(self.get_edit_url())


class ChangeAccountView(_BelowTheList, users.EditView):
    success_message = "The account “%(object)s” is changed."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        account, viewer = self.object, self.request.user
        asked = asked_for(account)
        return {
            **context,
            "is_set_up": has_second_factor(account),
            "is_own": account.pk == viewer.pk,
            "asked": asked,
            "asked_by_viewer": asked is not None and asked.asked_by_id == viewer.pk,
            "enough_others": others_who_could(account) >= NEEDED - 1,
        }

    def save_instance(self) -> Any:
        before = self._state(ACCOUNTS.objects.get(pk=self.object.pk))
        account = super().save_instance()
        after = self._state(ACCOUNTS.objects.get(pk=account.pk))
        if before[1:] != after[1:]:
            note("role-given", self.request.user, account.get_username())
        if before[0] != after[0]:
            note("account-opened" if after[0] else "account-closed", self.request.user, account.get_username())
        return account

    def _state(self, account: Any) -> tuple[bool, str, list[Any]]:
        return account.is_active, role_of(account), sections_of(account)


class DeleteAccountView(users.DeleteView):
    page_title = "Delete the account"
    success_message = "The account “%(object)s” is deleted."
    confirmation_message = (
        "Stories stay as they are, and belong to nobody then. To keep somebody out, untick “May sign in” instead."
    )

    def get_usage_url(self) -> None:
        """Nothing of the paper names an account, and where it is named at the desk is not counted."""

    def delete_action(self) -> Any:
        note("account-deleted", self.request.user, self.object.get_username())
        end_all(self.object)
        return super().delete_action()


class PeopleViewSet(users.UserViewSet):
    menu_label = "Accounts"
    filterset_class = AccountFilter
    index_view_class = PeopleListView
    add_view_class = NewAccountView
    edit_view_class = ChangeAccountView
    delete_view_class = DeleteAccountView
    copy_view_enabled = False
    index_results_template_name = "wagtailadmin/generic/index_results.html"
    template_prefix = "desk/people/"
    create_template_name = "wagtailadmin/generic/form.html"
    edit_template_name = "desk/people/account.html"

    def get_search_area(self) -> Any:
        area = super().get_search_area()
        area.label = _LIST
        return area

    def get_edit_handler(self) -> None:
        """The forms say what is asked; Wagtail would list the fields of the account."""

    def get_form_class(self, for_update: bool = False) -> type[NewAccountForm] | type[ChangeAccountForm]:
        return ChangeAccountForm if for_update else NewAccountForm

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("link/<int:pk>/", LinkView.as_view(), name="link"),
            path("recovery/<int:pk>/", RecoveryView.as_view(), name="recovery"),
        ]
