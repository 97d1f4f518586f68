"""The pages about accounts: a list, a form, and the button that makes a one-time link."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.permissions import policy_registry
from wagtail.users.views import users

from araz.desk.people.forms import ChangeAccountForm, NewAccountForm
from araz.desk.roles import role_of, sections_of
from araz.desk.signin.factors import begin_anew, has_second_factor
from araz.desk.signin.links import make_link

ACCOUNTS = get_user_model()


class AccountFilter(WagtailFilterSet):
    def __init__(self, *args: Any, is_searching: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    class Meta:
        model = ACCOUNTS
        fields = ["is_active", "groups"]


class PeopleListView(users.IndexView):
    """The day of the last visit is not shown: it would say who works when."""

    page_title = "Accounts"
    add_item_label = "Make an account"
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


class NewAccountView(users.CreateView):
    page_title = "Make an account"
    success_message = "The account “%(object)s” is made. Make a sign-in link for it now."

    def save_instance(self) -> Any:
        return self.form.save()  # Wagtail's action would save the account that the form began with

    def get_success_url(self) -> str:
        return str(self.get_edit_url())


class ChangeAccountView(users.EditView):
    success_message = "The account “%(object)s” is changed."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "link_url": f"../../link/{self.object.pk}/", "is_set_up": has_second_factor(self.object)}


class LinkView(View):
    """Makes a one-time link and shows it once. The link made before dies."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy_registry.get_by_type(ACCOUNTS).user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return redirect("wagtailusers_users:edit", pk)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        account = get_object_or_404(ACCOUNTS, pk=pk, is_active=True)
        if "anew" in request.POST:
            begin_anew(account)
        address = request.build_absolute_uri(make_link(account))
        response = render(request, "desk/people/link.html", {"account": account, "address": address})
        response["Cache-Control"] = "no-store"
        return response


class PeopleViewSet(users.UserViewSet):
    menu_label = "Accounts"
    filterset_class = AccountFilter
    index_view_class = PeopleListView
    add_view_class = NewAccountView
    edit_view_class = ChangeAccountView
    copy_view_enabled = False
    template_prefix = "desk/people/"
    create_template_name = "wagtailadmin/generic/form.html"
    edit_template_name = "desk/people/account.html"

    def get_edit_handler(self) -> None:
        """The forms say what is asked; Wagtail would list the fields of the account."""

    def get_form_class(self, for_update: bool = False) -> type[NewAccountForm] | type[ChangeAccountForm]:
        return ChangeAccountForm if for_update else NewAccountForm

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("link/<int:pk>/", LinkView.as_view(), name="link")]
