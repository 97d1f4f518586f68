"""A document of which something is missing is refused; one that only has a wrong list of its parts is mended."""

import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Pdf

from araz.desk.acceptance.answers import DocumentMade, NotMade
from araz.desk.acceptance.documents import take_document
from tests.desk.acceptance.planted import page_of, saved


def _of_pages(count: int, **options: Any) -> bytes:
    with Pdf.new() as pdf:
        for number in range(1, count + 1):
            pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (%d) Tj ET" % number))
        return saved(pdf, compress_streams=False, **options)


PLAIN = _of_pages(6, object_stream_mode=pikepdf.ObjectStreamMode.disable)
SHOWN_WHILE_LOADED = _of_pages(6, linearize=True)
KIDS = re.compile(rb"/Kids \[ (\d+) 0 R")
LOST = "did not come whole"


@pytest.mark.parametrize("share", [30, 50, 70, 90, 97])
def test_a_document_that_was_cut_is_refused(share: int):
    answer = take_document(PLAIN[: len(PLAIN) * share // 100])
    assert isinstance(answer, NotMade)
    assert LOST in answer.why


def test_a_document_that_is_shown_while_it_is_loaded_says_how_long_it_should_be():
    answer = take_document(SHOWN_WHILE_LOADED[: len(SHOWN_WHILE_LOADED) * 9 // 10])
    assert isinstance(answer, NotMade)
    assert LOST in answer.why
    assert isinstance(take_document(SHOWN_WHILE_LOADED), DocumentMade)


@pytest.mark.parametrize(
    "damaged",
    [
        re.sub(rb"/Count 6", b"/Count 8", PLAIN),
        KIDS.sub(lambda kids: kids[0].replace(kids[1], b"9" * len(kids[1])), PLAIN),
        re.sub(rb"/Contents \d+ 0 R", b"/Contents 99 0 R", PLAIN, count=1).replace(b"startxref\n", b"startxref\n9"),
    ],
    ids=["fewer pages than it counts", "a page that is not there", "a page whose orders are not there"],
)
def test_a_document_that_lacks_a_part_is_refused(damaged: bytes):
    answer = take_document(damaged)
    assert isinstance(answer, NotMade)
    assert LOST in answer.why


@pytest.mark.parametrize("options", [{"object_stream_mode": pikepdf.ObjectStreamMode.disable}, {}])
def test_a_document_whose_list_of_parts_lies_elsewhere_keeps_all_its_pages(options: dict[str, Any]):
    answer = take_document(_of_pages(6, **options).replace(b"startxref\n", b"startxref\n9"))
    assert isinstance(answer, DocumentMade)
    assert answer.pages == 6


def test_an_empty_page_is_a_page():
    with Pdf.new() as pdf:
        pdf.pages.append(page_of(pdf, b"BT /F1 12 Tf 10 150 Td (Su) Tj ET"))
        pdf.add_blank_page()
        del pdf.pages[1].obj.Contents
        answer = take_document(saved(pdf))
    assert isinstance(answer, DocumentMade)
    assert answer.pages == 2
