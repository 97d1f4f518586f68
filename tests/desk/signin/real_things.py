"""One of everything that an address of the desk can be about, so that a “not there” in the table says that a door is closed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any, Final

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)
from PIL import Image
from wagtail.admin.models import EditingSession
from wagtail.blocks.base import Block
from wagtail.models import Collection, Locale, Site, Workflow

from araz.desk import held_back
from araz.desk.erasing import requests
from araz.desk.models import (
    Byline,
    DeskDocument,
    DeskImage,
    FrontOrder,
    PaperSettings,
    Place,
    StoryPage,
    Topic,
)
from araz.desk.models.review import ReviewTask
from araz.desk.roles import make_account
from tests.desk.conftest import Newsroom, Staff

OWN: Final = " (own)"  # behind an address: the story is the account's own
ABOUT_STORIES: Final = ("/admin/pages/<", "/admin/pages/^", "/admin/pages/workflow/", "/admin/translation/submit/page/")
STORY: Final = ("<int:page_id>", "<int:page_to_move_id>", "?P<pk>")  # how an address names it
_ADD: Final = "/admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/"
_SETTING: Final = "/admin/settings/<slug:app_name>/<slug:model_name>/"


@dataclass(frozen=True, kw_only=True)
class Stories:
    """Of one owner: one that is public and has an older version, one that waits for its review, one that is scheduled."""

    public: StoryPage
    waiting: StoryPage
    scheduled: StoryPage

    @classmethod
    def of(cls, owner: Any, newsroom: Newsroom) -> "Stories":
        public = newsroom.public_story(owner=owner)
        public.save_revision(user=owner)
        waiting = newsroom.story(owner=owner, title="Gözləyir")
        waiting.save_revision(user=owner)
        workflow = waiting.get_workflow()
        workflow.start(waiting, owner)
        scheduled = newsroom.story(owner=owner, title="Sabah")
        scheduled.go_live_at = datetime.now(UTC) + timedelta(days=1)
        scheduled.save_revision(user=owner).publish()
        return cls(public=public, waiting=waiting, scheduled=scheduled)

    def numbers(self) -> dict[str, Any]:
        """What stands in an address about a story, by its name there."""
        state = self.waiting.current_workflow_state
        oldest = self.public.revisions.order_by("pk").first()
        return {
            "page_id": self.public.pk,
            "page_to_move_id": self.public.pk,
            "pk": self.public.pk,
            "revision_id": oldest and oldest.pk,
            "revision_id_a": oldest and oldest.pk,
            "revision_id_b": "latest",
            "workflow_state_id": state and state.pk,
            "task_state_id": state and state.current_task_state.pk,
            "task_id": state and state.current_task_state.task_id,
            "action_name": "approve",
        }

    def numbers_at(self, route: str) -> dict[str, Any]:
        """The same, with the story that the address can be about."""
        if "workflow" in route:
            return self.numbers() | {"page_id": self.waiting.pk}
        if "unschedule" in route:
            return self.numbers() | {
                "page_id": self.scheduled.pk,
                "revision_id": self.scheduled.scheduled_revision.pk,
            }
        return self.numbers()


@dataclass(frozen=True, kw_only=True)
class Things:
    """All that there is, besides stories, by the beginnings of addresses and the names that stand in them."""

    section: Any
    other_section: Any
    numbers: dict[str, dict[str, Any]]  # by how a route begins; the longest beginning counts
    addresses: dict[str, str]  # whole ones, by their route


def things(newsroom: Newsroom, staff: Staff, account: Any) -> Things:
    parts = {
        "byline": Byline.objects.create(name={"az": "Leyla Bulaqlı"}),
        "topic": Topic.objects.create(name={"az": "Su"}),
        "place": Place.objects.create(name={"az": "Bakı"}),
        "frontorder": FrontOrder.objects.create(locale=newsroom.homes["az"].locale),
        "deskdocument": DeskDocument.objects.create(title="Hesabat", content_hash="ab" * 16, size=1, pages=1),
    }
    picture = _picture()
    colleague = make_account("writer")
    asked = requests.ask(make_account("administrator"), "word", "Gülnarə")
    requests.note_count(asked, {"stories": 1})
    section, other = newsroom.sections["az/news"], newsroom.sections["az/culture"]
    site = Site.objects.create(hostname="second.example", root_page=newsroom.homes["azb"])
    folder = Collection.get_first_root_node().add_child(instance=Collection(name="Arxiv"))
    review, step = Workflow.objects.get(name="Review"), ReviewTask.objects.get(name="Editing")
    settings = PaperSettings.objects.get()
    beginnings: dict[str, dict[str, Any]] = {
        "/accounts/passkey/": {"pk": _passkey(account).pk},
        "/admin/api/main/^images/": {"pk": picture.pk},
        "/admin/api/main/^documents/": {"pk": 1},
        "/admin/choose-page/": {"parent_page_id": section.pk},
        "/admin/collections/": {"pk": folder.pk, "collection_id": folder.pk, "rest": folder.pk},
        "/admin/documents-to-take/": {"pk": parts["deskdocument"].pk},
        "/admin/erasing/": {"pk": asked.pk},
        "/admin/groups/": {"pk": Group.objects.get(name="writer").pk},
        "/admin/images/": {"image_id": picture.pk, "pk": picture.pk, "filter_spec": "width-100", "uploaded_file_id": 1},
        "/admin/locales/": {"pk": Locale.objects.get(language_code="azb").pk},
        "/admin/pages/": {"parent_page_id": section.pk, "destination_id": other.pk},
        "/admin/pages/create/": {"app_label": "desk", "model_name": "storypage"},
        "/admin/pages/usage/": {"content_type_app_name": "desk", "content_type_model_name": "storypage"},
        "/admin/readers/": {"path": "assets/style.css"},
        "/admin/sites/": {"pk": site.pk},
        "/admin/tag-autocomplete/": {"app_name": "taggit", "model_name": "tag"},
        "/admin/translation/submit/snippet/": {"app_label": "desk", "model_name": "byline", "pk": parts["byline"].pk},
        "/admin/users/": {"pk": colleague.pk},
        "/admin/workflows/": {"pk": review.pk, "task_id": step.pk},
        "/admin/workflows/remove/": {"page_pk": newsroom.homes["az"].pk, "workflow_pk": review.pk},
        "/admin/workflows/tasks/": {"pk": step.pk, "app_label": "desk", "model_name": "reviewtask"},
        "/media/": {"path": picture.file.name},
        **{f"/admin/snippets/desk/{name}/": {"pk": part.pk} for name, part in parts.items()},
        **{f"/admin/snippets/choose/desk/{name}/": {"pk": part.pk} for name, part in parts.items()},
    }
    addresses = {
        _ADD: f"/admin/pages/add/desk/storypage/{section.pk}/",
        f"{_ADD}preview/": f"/admin/pages/add/desk/storypage/{section.pk}/preview/",
        _SETTING: "/admin/settings/desk/papersettings/",
        f"{_SETTING}<int:pk>/": f"/admin/settings/desk/papersettings/{settings.pk}/",
        f"{_SETTING}<int:pk>/preview/": f"/admin/settings/desk/papersettings/{settings.pk}/preview/",
        "/admin/api/main/^images/find/": f"/admin/api/main/images/find/?id={picture.pk}",
        "/admin/block-preview/": f"/admin/block-preview/?id={next(iter(Block.definition_registry))}",
    }
    RecoveryCodes.activate(account)
    return Things(section=section, other_section=other, numbers=beginnings, addresses=addresses)


def about(story: StoryPage, account: Any) -> dict[str, str]:
    """Whole addresses that name a story in other ways than by numbers of theirs; what is held back is this story."""
    held_back.tell({story.public_id: [("headline", "e-mail", "a" * 32, "c" * 32)]})
    opened = EditingSession.objects.create(user=account, content_object=story, last_seen_at=now())
    ping = "/admin/editing-sessions/ping/<str:app_label>/<str:model_name>/<str:object_id>/<int:session_id>/"
    release = "/admin/editing-sessions/release/<int:session_id>/"
    action = "/admin/api/main/^pages/<int:pk>/action/<str:action_name>/"
    bulk = "/admin/bulk/<str:app_label>/<str:model_name>/<str:action>/"
    return {
        ping: f"/admin/editing-sessions/ping/desk/storypage/{story.pk}/{opened.pk}/",
        release: f"/admin/editing-sessions/release/{opened.pk}/",
        action: f"/admin/api/main/pages/{story.pk}/action/publish/",
        bulk: f"/admin/bulk/wagtailcore/page/publish/?id={story.pk}",
        "/admin/api/main/^pages/<int:pk>/": f"/admin/api/main/pages/{story.pk}/",
        "/admin/api/main/^pages/find/": f"/admin/api/main/pages/find/?id={story.pk}",
    }


def _picture() -> Any:
    file = BytesIO()
    Image.new("RGB", (64, 48), "#0b5768").save(file, "PNG")
    picture = DeskImage(title="Göl", file=SimpleUploadedFile("IMG_1234.png", file.getvalue()))
    picture.save()
    return picture


def _passkey(account: Any) -> Authenticator:
    """A passkey as a browser hands it over when it is made, without the key that made it."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())  # type: ignore[no-untyped-call]
    key = AttestedCredentialData.create(Aaguid.NONE, b"k" * 16, public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    data = AuthenticatorData.create(b"h" * 32, flags, 0, key)
    told = CollectedClientData.create(CollectedClientData.TYPE.CREATE, b"c" * 16, "http://localhost")
    credential = {
        "id": websafe_encode(b"k" * 16),
        "rawId": websafe_encode(b"k" * 16),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(told),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    return Authenticator.objects.create(
        user=account, type=Authenticator.Type.WEBAUTHN, data={"name": "Telefon", "credential": credential}
    )
