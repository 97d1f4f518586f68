"""Every kind of block of a story can be written and printed; docs/decisions/0003 says how one is added."""

import ast
from typing import get_args

import pytest

from araz.edition.blocks import Block
from tests.house.tree import SOURCE


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_can_be_written_at_the_desk(kind: type):
    """The presses are held to it by `assert_never`; what comes from the editor is raw data, which no type checker reads."""
    body = ast.parse((SOURCE / "desk" / "body.py").read_text(encoding="utf-8"))
    made = {node.func.id for node in ast.walk(body) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert kind.__name__ in made
