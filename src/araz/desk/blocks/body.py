"""A story's body and its footnotes."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from araz.desk.blocks.fields import PROSE, LanguageChoice, line


class ProseBlock(blocks.StructBlock):
    """Running text: paragraphs, headings between them, and lists."""

    text = blocks.RichTextBlock(features=PROSE)
    language = LanguageChoice()

    class Meta:
        icon = "pilcrow"
        label = "Text"


class QuoteBlock(blocks.StructBlock):
    words = line(required=True)
    source = line(help_text="Who said or wrote it, where and when.")
    original = line(help_text="The same words in the language in which they were said.")
    original_language = LanguageChoice(label="Language of the original")
    language = LanguageChoice()

    class Meta:
        icon = "openquote"
        label = "Quotation"


class ShownPictureBlock(blocks.StructBlock):
    """A picture with what is said about it, in the language of what it stands in."""

    image = ImageChooserBlock()
    alt = blocks.CharBlock(required=False, max_length=300, label="Description", help_text="Empty: the picture's own.")
    caption = line()
    credit = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"
        label = "Picture"


class PictureBlock(ShownPictureBlock):
    language = LanguageChoice()


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(required=False, max_length=200)
    pictures = blocks.ListBlock(ShownPictureBlock(), min_num=2)
    language = LanguageChoice()

    class Meta:
        icon = "image"
        label = "Gallery"


class TableBlock(blocks.StructBlock):
    """A table as lines of text: what is copied from a spreadsheet can be pasted as it is."""

    caption = line()
    rows = blocks.TextBlock(
        rows=6, help_text="One row on a line; cells between “|” signs, or as copied from a spreadsheet."
    )
    head_rows = blocks.IntegerBlock(default=1, min_value=0, max_value=3, label="Rows that are headings")
    head_column = blocks.BooleanBlock(default=True, required=False, label="The first cell of each row is its heading")
    source = line(help_text="Where the numbers come from.")
    language = LanguageChoice()

    class Meta:
        icon = "table"
        label = "Table"


class EmbedBlock(blocks.StructBlock):
    """Something that lies elsewhere. Readers get a link with its name; nothing is loaded from there."""

    address = blocks.URLBlock()
    title = blocks.CharBlock(max_length=200)
    place = blocks.CharBlock(required=False, max_length=60, help_text="Whom the reader will visit: “PeerTube”.")
    picture = ImageChooserBlock(required=False)
    language = LanguageChoice()

    class Meta:
        icon = "link"
        label = "Film, sound or post elsewhere"


class FileBlock(blocks.StructBlock):
    """A document that readers can take with them."""

    document = SnippetChooserBlock("desk.DeskDocument")
    title = blocks.CharBlock(required=False, max_length=200, label="Name", help_text="Empty: the document's own.")
    language = LanguageChoice()

    class Meta:
        icon = "doc-full"
        label = "Document to take along"


class BodyBlock(blocks.StreamBlock):
    prose = ProseBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    table = TableBlock()
    embed = EmbedBlock()
    file = FileBlock()


class NotesBlock(blocks.StreamBlock):
    """Footnotes in their order: the first one is `[^1]`."""

    note = line(required=True, label="Note", icon="list-ol")
