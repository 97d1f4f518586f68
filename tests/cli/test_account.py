"""`araz account`."""

import json
import re
from pathlib import Path

from araz.cli import account
from araz.desk import roles
from tests.cli.conftest import araz
from tests.server.processes import Machine


def test_the_command_and_the_desk_have_the_same_roles():
    assert account.ROLES == roles.ROLES


def test_an_account_is_made_without_a_name_and_opened_by_a_link(machine: Machine, paper: Path):
    made = machine.call("account", "add", "editor", paper)
    assert made.returncode == 0, made.stderr
    found = re.search(r"A link for (desk-[a-z2-7]{4,5})\.(?s:.*)(http://localhost:8001/\S+)", made.stdout)
    assert found is not None, made.stdout
    listed = json.loads(machine.call("account", "list", paper, "--json").stdout)["accounts"]
    assert {"name": found[1], "role": "editor", "is_open": True, "is_set_up": False} in listed
    assert f"{found[1]:<12} editor" in machine.call("account", "list", paper).stdout


def test_another_link_can_be_had_for_an_account(machine: Machine, paper: Path):
    first = json.loads(machine.call("account", "add", "writer", paper, "--json").stdout)
    second = json.loads(machine.call("account", "link", first["name"], paper, "--json").stdout)
    assert second["name"] == first["name"]
    assert second["link"] != first["link"]


def test_an_account_is_recovered_by_a_link(machine: Machine, paper: Path):
    first = json.loads(machine.call("account", "add", "writer", paper, "--json").stdout)
    second = json.loads(machine.call("account", "recover", first["name"], paper, "--json").stdout)
    assert second["name"] == first["name"]
    assert "/enter/" in second["link"]
    assert second["link"] != first["link"]


def test_a_link_for_nobody_is_refused_with_what_to_do(machine: Machine, paper: Path):
    done = machine.call("account", "link", "leyla", paper)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no open account “leyla”. “araz account list” shows all.\n"


def test_an_unknown_role_is_refused_with_those_that_there_are():
    result = araz("account", "add", "king")
    assert result.exit_code == 2
    assert "'writer', 'editor', 'publisher', 'administrator'" in result.stderr
