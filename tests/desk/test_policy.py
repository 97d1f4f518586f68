"""What the pages of the desk may do: one policy for all, and a little more for those where rich text is written."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Newsroom, Staff
from tests.desk.signin.signed_in import sign_in

pytestmark = pytest.mark.database

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}


def policy_of(answer: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


def test_every_page_has_the_strict_policy(staff: Staff, client: Client):
    sign_in(client, staff.administrator)
    for path in (
        "/admin/",
        "/admin/images/",
        "/admin/users/",
        "/admin/snippets/desk/byline/add/",
        "/accounts/",
        "/nowhere",
    ):
        policy = policy_of(client.get(path))
        assert {name: policy[name] for name in STRICT} == STRICT, path
        assert "unsafe" not in " ".join(policy.values()), path


def test_only_editors_of_pages_may_have_styles_inside(staff: Staff, newsroom: Newsroom, client: Client):
    story = newsroom.story()
    story.save_revision()
    section = newsroom.sections["az/news"]
    sign_in(client, staff.administrator)
    for address in (
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
        reverse("wagtailadmin_pages:add", args=["desk", "storypage", section.pk]),
    ):
        policy = policy_of(client.get(address))
        assert policy["style-src-elem"] == "'self' 'unsafe-inline'"
        assert policy["style-src-attr"] == "'unsafe-inline'", "which pasting reads"
        assert policy["script-src"] == "'self'"


def test_browsers_keep_no_page_and_no_picture_of_the_desk(staff: Staff, client: Client):
    sign_in(client, staff.writer)
    for path in (
        "/admin/",
        "/admin/my-stories/",
        "/admin/readers/assets/style.css",
        "/media/nothing.webp",
        "/accounts/",
    ):
        assert "no-store" in client.get(path)["Cache-Control"], path
