"""When somebody came and when somebody was at the desk is not kept. Django and allauth note it; here it is taken out again."""

from datetime import UTC, datetime
from typing import Any, Final

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.contrib.auth import get_user_model
from django.db.models.signals import pre_save

NO_MOMENT: Final = datetime(2000, 1, 1, tzinfo=UTC)  # in columns that can't be empty


def connect() -> None:
    authenticator_used.connect(_forget_use, dispatch_uid="araz.desk.signin.visits")
    pre_save.connect(_forget_arrival, sender=get_user_model(), dispatch_uid="araz.desk.signin.arrival")
    pre_save.connect(_forget_enrolment, sender=Authenticator, dispatch_uid="araz.desk.signin.enrolment")


def _forget_arrival(instance: Any, **_about: Any) -> None:
    instance.date_joined = NO_MOMENT


def _forget_enrolment(instance: Authenticator, **_about: Any) -> None:
    instance.created_at = NO_MOMENT
    if instance.data.get("viewed_at"):  # recovery codes: that they were shown matters, when doesn't
        instance.data["viewed_at"] = 1


def forget_visit(account: Any) -> None:
    """Take out the moment of signing in, which would say who works when."""
    get_user_model().objects.filter(pk=account.pk).update(last_login=None)
    account.last_login = None


def _forget_use(authenticator: Authenticator, **_about: Any) -> None:
    Authenticator.objects.filter(pk=authenticator.pk).update(last_used_at=None)
    authenticator.last_used_at = None
