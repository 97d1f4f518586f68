"""A page of every kind in every language as readers get it: nothing it may not do, no other host, nothing kept of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.crawl.visitor import Visitor
from tests.newsroom.page_kinds import kinds_in
from tests.server.processes import Served

pytestmark = pytest.mark.browser


def test_no_page_of_the_paper_breaks_its_rules_or_leaves_anything(chromium: Browser, place: Served, folder: Path):
    tree = folder / "sites/main/public"
    visitor = Visitor(chromium.new_context(viewport={"width": 360, "height": 800}), f"http://localhost:{place.port}")
    volumes = [f"/{page.relative_to(tree)}" for page in sorted(tree.glob("*/v/**/*.html"))[:5]]
    pages = ["/", *(f"/{kind.path}" for kind in kinds_in(tree)), *volumes]
    assert len(pages) > 60
    for address, tab in visitor.visit(pages):
        if address not in volumes:
            assert tab.evaluate("document.fonts.ready.then(() => document.fonts.size)"), address
        assert tab.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""], address
    for address in pages:
        answer = visitor.ask(address)
        assert "set-cookie" not in answer.headers
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], address
        assert "unsafe-inline" not in answer.headers["content-security-policy"] or address in volumes
    assert visitor.faults == []
    assert visitor.context.cookies() == []
    visitor.context.close()


def test_the_crawl_would_notice(chromium: Browser, place: Served):
    visitor = Visitor(chromium.new_context(), f"http://localhost:{place.port}")
    for _, tab in visitor.visit(["/az/index.html"]):
        tab.evaluate(
            "document.body.append(Object.assign(document.createElement('img'), {src: 'https://elsewhere.example/a.png'}))"
        )
        tab.evaluate("document.body.setAttribute('style', 'color: red')")
        tab.evaluate("document.body.setAttribute('onclick', 'alert(1)')")
        tab.wait_for_function("() => violations.length >= 3")  # of the picture, the style and the handler
    visitor.read("/made", '<p><script>alert(1)</script><img src=x onerror="alert(1)"><a href="javascript:alert(1)">')
    told = "\n".join(visitor.faults)
    for trace in ("elsewhere.example", "style-src-attr", "script-src-attr", "<script>", "onerror", "javascript:"):
        assert trace in told, told
    visitor.context.close()
