"""What becomes of text that is pasted into the body from Word, Google Docs and Telegram."""

from typing import Any

import pytest
from django.urls import reverse

from araz.desk.models import StoryPage
from tests.desk.conftest import Newsroom
from tests.desk.stories import prose

pytestmark = [
    pytest.mark.database,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri"} --></style></head>
<body lang=AZ><!--StartFragment-->
<h2 style='color:#2F5496'><span lang=AZ style='font-family:"Calibri Light"'>Göldə vəziyyət<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=AZ style='font-size:14.0pt;font-family:"Times New Roman",serif;
color:red'>Su&nbsp;qalx<b>ır</b>,<i> balıq</i> qayı&shy;dır.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
<span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>
Birinci<o:p></o:p></p>
<p class=MsoNormal><img width=1 height=1 src="https://tracker.example/pixel.gif"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-8f1c2b7e">
<h3 dir="ltr" style="line-height:1.38"><span style="font-size:14pt;font-family:Arial;font-weight:400">Körpü</span></h3>
<p dir="ltr" style="line-height:1.38;margin-top:0pt"><span style="font-size:11pt;font-family:Arial;color:#000000;
font-weight:400">Adi </span><span style="font-weight:700;font-family:Arial">qalın</span><span style="font-weight:400;font-style:italic">
maili</span><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D&amp;ust=16" style="text-decoration:none;">
<span style="font-weight:400;color:#1155cc">bağ</span></a></p>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc"><p dir="ltr" role="presentation"><span style="font-weight:400">bir</span></p></li>
<li dir="ltr"><p dir="ltr" role="presentation"><span style="font-weight:400">iki</span></p></li></ul></b>"""

TELEGRAM = """<div class="text-content clearfix with-meta" dir="auto">بوگون&nbsp;<strong>گؤلدە</strong> سو قالخدي.<br>
<a href="https://example.org/?utm_source=telegram" class="text-entity-link" data-entity-type="MessageEntityUrl">باغ</a>
<span class="MessageMeta" style="color:red">12:40</span></div>"""

PASTE = """(text, html) => {
  const clipboard = new DataTransfer();
  clipboard.setData("text/html", html);
  clipboard.setData("text/plain", "—");
  text.focus();
  text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}"""


def paste(newsroom: Newsroom, staff: Any, open_screen: Any, html: str, section: str = "az/news") -> str:
    """Paste into an empty text of a new draft, have it saved, and return the text as it is kept."""
    page = newsroom.story(section, owner=staff.writer, body=[prose("")])
    screen = open_screen(staff.writer)
    editor = screen.open(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    text = editor.locator(
        "[data-streamfield-widget]:has(> input[name='body-0-value-text']) [contenteditable=true]"
    ).first
    text.click()
    text.evaluate(PASTE, html)
    editor.wait_for_function(
        """() => JSON.parse(document.getElementsByName("body-0-value-text")[0].value)?.blocks.some((block) => block.text)"""
    )
    with editor.expect_response(lambda answer: answer.url.endswith("/edit/") and answer.request.method == "POST"):
        editor.keyboard.press("Control+s")
    editor.wait_for_load_state("networkidle")
    assert screen.elsewhere == [], "a picture that counts readers was asked for"
    saved = StoryPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    kept: str = saved.body.raw_data[0]["value"]["text"]
    return kept


def test_words_from_word_become_clean_prose(newsroom: Newsroom, staff: Any, open_screen: Any):
    kept = paste(newsroom, staff, open_screen, WORD)
    assert "Göldə vəziyyət</h2>" in kept
    assert "Su qalx<b>ır</b>,<i> balıq</i> qayıdır.</p>" in kept
    assert "Birinci" in kept
    for unwanted in ("style", "span", "Mso", "font", "o:p", "<img", "tracker", "\u00a0", "\u00ad"):
        assert unwanted not in kept, unwanted


def test_words_from_google_docs_become_clean_prose(newsroom: Newsroom, staff: Any, open_screen: Any):
    kept = paste(newsroom, staff, open_screen, DOCS)
    assert "Körpü</h3>" in kept
    assert "Adi <b>qalın</b>" in kept
    assert 'href="https://example.org/a"' in kept
    assert "bir</li>" in kept
    for unwanted in ("style", "span", "docs-internal", "google"):
        assert unwanted not in kept, unwanted
    assert kept.count("<b>") == 1, "all of it was in a <b> that is none"


def test_words_from_telegram_are_mended_too(newsroom: Newsroom, staff: Any, open_screen: Any):
    kept = paste(newsroom, staff, open_screen, TELEGRAM, section="azb/news")
    assert "بوگون <b>گؤلدە</b> سو قالخدی." in kept, "ي of an Arabic keyboard is ی"
    assert 'href="https://example.org/"' in kept
    for unwanted in ("style", "span", "utm", "class"):
        assert unwanted not in kept, unwanted
