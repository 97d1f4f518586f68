"""What a reader's first visit to a page weighs, as a browser counts it: `python -m benchmarks.weight`.

The sample newsroom is served by `araz run`; the browser is a telephone 360 pixels wide with nothing in its cache.
"""

from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.machine import say, shape
from benchmarks.newsroom import running_newsroom
from tests.browser import CHROMIUM

WIDTH, HEIGHT = 360, 740  # CSS pixels of a small telephone
TEXT = ("Document", "Stylesheet", "Script")


def main() -> None:
    say(shape())
    with running_newsroom() as newsroom, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM.path, args=list(CHROMIUM.arguments))
        at, public = f"http://localhost:{newsroom.port}", newsroom.folder / "sites/main/public"
        for language in ("az", "azb", "fa", "tr", "en"):
            for what, path in {"front": f"{language}/index.html", "story": _longest_story(public, language)}.items():
                for density in (1, 2):
                    weights = _visit(chromium, f"{at}/{path}", density)
                    text = sum(weights[kind] for kind in TEXT)
                    carried = sum(weights.values())
                    say(
                        f"{language:>4} {what}, {density}x: text and style {text / 1000:5.1f} kB, "
                        f"fonts {weights['Font'] / 1000:5.1f} kB, pictures {weights['Image'] / 1000:6.1f} kB, "
                        f"all {carried / 1000:6.1f} kB"
                    )


def _longest_story(public: Path, language: str) -> str:
    """Return the path of the largest story that shows a picture."""
    stories = [page for page in public.glob(f"{language}/20??/*/*.html") if b"<img" in page.read_bytes()]
    return str(max(stories, key=lambda page: page.stat().st_size).relative_to(public))


def _visit(chromium: Browser, address: str, density: int) -> Counter[str]:
    """Return the bytes that came over the line, headers too, by kind of what was loaded."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=density)
    page = context.new_page()
    weights = _weigh(context.new_cdp_session(page))
    page.goto(address, wait_until="networkidle")
    context.close()
    return weights


def _weigh(session: CDPSession) -> Counter[str]:
    kinds: dict[str, str] = {}
    weights: Counter[str] = Counter()
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.loadingFinished",
        lambda event: weights.update({kinds[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    return weights


if __name__ == "__main__":
    main()
