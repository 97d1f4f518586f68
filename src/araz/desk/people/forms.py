"""What an administrator decides about an account: its role, and where it works."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model

from araz.desk.models.pages import SectionPage
from araz.desk.roles import ROLES, give_role, make_account, role_of, sections_of
from araz.desk.signin.own_sessions import end_all

_WHAT_THEY_DO = {
    "writer": "Writer: writes stories and sends them to review",
    "editor": "Editor: also changes what others wrote, and approves the first step of the review",
    "publisher": "Publisher: also releases, corrects, withdraws and schedules",
    "administrator": "Administrator: also makes accounts and changes the masthead",
}


class AccountForm(forms.ModelForm[Any]):
    role = forms.ChoiceField(choices=[(role, _WHAT_THEY_DO[role]) for role in ROLES], widget=forms.RadioSelect)
    sections = forms.ModelMultipleChoiceField(
        queryset=SectionPage.objects.order_by("path"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Only in these sections",
        help_text=(
            "Nothing ticked: everywhere. Front pages, and bylines, topics and places that there are already, are changed only by"
            " those who work everywhere."
        ),
    )

    class Meta:
        model = get_user_model()
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_self = editing_self
        if self.instance.pk:
            self.fields["role"].initial = role_of(self.instance)
            self.fields["sections"].initial = sections_of(self.instance)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("role") == "administrator" and data.get("sections"):
            self.add_error(
                "sections", "An administrator works everywhere. Untick the sections, or choose another role."
            )
        if self._is_self and data.get("role") != role_of(self.instance):
            self.add_error("role", "Nobody changes the own role. Ask another administrator.")
        return data

    def save(self, commit: bool = True) -> Any:
        account = super().save(commit) if self.instance.pk else make_account(self.cleaned_data["role"])
        give_role(account, self.cleaned_data["role"], list(self.cleaned_data["sections"]))
        if not account.is_active:
            end_all(account)
        return account


class NewAccountForm(AccountForm):
    """Its name is made when it is saved."""


class ChangeAccountForm(AccountForm):
    class Meta(AccountForm.Meta):
        fields = ("is_active",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_active"].label = "May sign in"
        self.fields["is_active"].help_text = ""
        if self._is_self:
            del self.fields["is_active"]
