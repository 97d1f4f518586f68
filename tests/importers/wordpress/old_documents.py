"""The documents of the small paper: PDFs that are made here, by a program that writes into each who made it."""

from io import BytesIO
from pathlib import Path

from pikepdf import Dictionary, Encryption, Name, Page, Pdf

from tests.importers.wordpress.old_paper import SITE, WORDS, OldPost, a_post

REPORT = f"{SITE}/wp-content/uploads/2019/05/hesabat-2019.pdf"
BOOK = f"{SITE}/wp-content/uploads/2019/05/qizil-gul.pdf"
FILES = f"{SITE}/wp-content/uploads/2019/05"


def a_pdf(words: str, pages: int = 1, password: str = "") -> bytes:
    """Return a PDF with words on its pages, and an account's name in what it says of itself."""
    with Pdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(pages):
            page = Dictionary(
                Type=Name.Page,
                MediaBox=[0, 0, 200, 100],
                Resources=Dictionary(Font=Dictionary(F1=font)),
                Contents=pdf.make_stream(f"BT /F1 12 Tf 10 50 Td ({words} {number}) Tj ET".encode()),
            )
            pdf.pages.append(Page(pdf.make_indirect(page)))
        pdf.docinfo[Name.Author] = "mehriban82"
        pdf.docinfo[Name.Producer] = "m.quliyeva@old.example"
        file = BytesIO()
        pdf.save(file, encryption=Encryption(owner=password, user=password) if password else None)
        return file.getvalue()


def an_attachment(number: int, path: str, title: str, slug: str = "", parent: int = 0) -> OldPost:
    more = f"<wp:attachment_url>{SITE}/wp-content/uploads/{path}</wp:attachment_url>\n<wp:post_parent>{parent}</wp:post_parent>\n"
    slug = slug or f"fayl-{number}"
    return OldPost(
        number=number,
        title=title,
        content="",
        slug=slug,
        kind="attachment",
        status="inherit",
        link=f"{SITE}/2024/06/gol-{parent}/{slug}/" if parent else f"{SITE}/{slug}/",
        meta={"_wp_attached_file": path},
        more=more,
    )


def a_link(address: str, words: str) -> str:
    return f'<p>{WORDS["az"]} <a href="{address}">{words}</a>.</p>'


POSTS = (
    an_attachment(30, "2019/05/hesabat-2019.pdf", "Komissiyanın sözü", "komissiyanin-sozu"),
    an_attachment(31, "2019/05/qizil-gul.pdf", "qizil-gul", "qizil-gul", parent=62),
    an_attachment(32, "2020/01/eyni.pdf", "mehriban82 yazdı", parent=67),
    an_attachment(33, "2019/05/kilidli.pdf", "Qapalı kitabça"),
    an_attachment(34, "2019/05/qirilmis.pdf", "Sınmış kitabça"),
    an_attachment(35, "2019/05/itmis.pdf", "İtmiş kitabça"),
    an_attachment(36, "2019/05/soz.docx", "soz"),
    a_post(60, content=a_link(REPORT, "hesabatın özü") + "<p>Son.</p>"),
    a_post(61, title="Təkcə sənəd", content='<a href="http://www.old.example/wp-content/uploads/2019/05/hesabat-2019.pdf">oxu</a>'),
    a_post(62, content=f'<p>{WORDS["az"]}</p><iframe src="https://docs.google.com/viewer?url={BOOK.replace("/", "%2F").replace(":", "%3A")}&amp;embedded=true"></iframe>' + a_link(BOOK, "göl kitabı")),
    a_post(63, content=a_link("/?attachment_id=30", "birinci") + a_link(f"{SITE}/komissiyanin-sozu/", "ikinci")),
    a_post(64, content=a_link(f"{FILES}/kilidli.pdf", "kilidli sənəd") + f"[pdf-embedder url='{FILES}/qirilmis.pdf']"),
    a_post(65, content=a_link(f"{FILES}/itmis.pdf", "itmiş sənəd")),
    a_post(66, content=a_link(f"{FILES}/soz.docx", "Word") + a_link(f"{FILES}/b.docx", "o da") + a_link(f"{FILES}/ses.mp3", "səs")),
    a_post(67, content=a_link(f"{SITE}/wp-content/uploads/2020/01/eyni.pdf", "eyni sənəd")),
    a_post(68, content=a_link("https://new.example/wp-content/uploads/2019/05/hesabat-2019.pdf", "başqasının")),
)  # fmt: skip


def write_documents(folder: Path) -> Path:
    """Write the uploads, but for `itmis.pdf`."""
    for name, content in {
        "2019/05/hesabat-2019.pdf": a_pdf("Hesabat", 2),
        "2020/01/eyni.pdf": a_pdf("Hesabat", 2),
        "2019/05/qizil-gul.pdf": a_pdf("Kitab"),
        "2019/05/kilidli.pdf": a_pdf("Kilid", password="acar-1848"),
        "2019/05/qirilmis.pdf": a_pdf("Yox")[:300],
        "2019/05/soz.docx": b"PK",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
