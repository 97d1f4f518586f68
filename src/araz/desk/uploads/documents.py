"""Documents at the desk: one form to bring one in, one to name it, and the chooser in a story's text."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetChosenView, SnippetCreateView
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from araz.desk.acceptance.workshop import NewDocument
from araz.desk.models.documents import DeskDocument
from araz.desk.uploads.fields import DocumentField
from araz.desk.uploads.views import told
from araz.typesetting.pictures import FolderMediaStore


class NamingForm(forms.ModelForm[DeskDocument]):
    """Only its name can be changed: readers may have the file already."""

    class Meta:
        model = DeskDocument
        fields = ("title",)


class BringingForm(NamingForm):
    file = DocumentField(
        label="PDF", help_text="At most 32 MB and 1,000 pages. It is written anew; the file as it is isn't kept."
    )

    def clean_file(self) -> NewDocument:
        new: NewDocument = self.cleaned_data["file"]
        known = DeskDocument.objects.filter(content_hash=new.hash).first()
        if known:
            raise ValidationError(f"This document is here already, as “{known}”. Use that one.")
        return new

    def save(self, commit: bool = True) -> DeskDocument:
        document, new = self.instance, self.cleaned_data["file"]
        document.content_hash, document.size, document.pages = new.hash, len(new.content), new.pages
        document.new = new
        FolderMediaStore(settings.ARAZ_MEDIA).keep_document(new.hash, new.content)
        return super().save(commit)


def _told_of(document: DeskDocument) -> dict[str, Any]:
    return {**told(document.new.found if document.new else ()), "document": document}


class BringView(CreateView):
    """After the form comes what was found in the file, and what no cleaning can find."""

    def get_panel(self) -> None:
        """The form says what is asked; Wagtail would list the fields of the table, of which the file is none."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        super().form_valid(form)
        next_page = reverse(self.index_url_name)
        response = render(self.request, "desk/uploads/document.html", {**_told_of(self.object), "next_page": next_page})
        response["Cache-Control"] = "no-store"
        return response


class BringInChooser(SnippetCreateView):
    def get_chosen_response(self, item: DeskDocument) -> HttpResponse:
        context = {**_told_of(item), "action": reverse("desk_use_document", args=[item.pk])}
        fragment = render_to_string("desk/uploads/document_chooser.html", context, self.request)
        answer = {"step": "reshow_creation_form", "htmlFragment": fragment}
        response: HttpResponse = render_modal_workflow(self.request, None, None, None, json_data=answer)
        response["Cache-Control"] = "no-store"
        return response


class UseDocument(SnippetChosenView, View):
    """Hands the document to the chooser when what was found has been read."""

    model = DeskDocument

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        response: HttpResponse = self.get_chosen_response(get_object_or_404(DeskDocument, pk=pk))
        return response


class DocumentChooser(SnippetChooserViewSet):
    creation_form_class = BringingForm
    create_view_class = BringInChooser
    create_action_label = "Upload"


class DocumentViewSet(SnippetViewSet):
    model = DeskDocument
    icon = "doc-full"
    menu_label = "Documents"
    menu_name = "desk-documents"  # “documents” is Wagtail's own, which is closed
    menu_order = 301  # below the pictures
    add_to_admin_menu = True
    list_display = ["title", "pages"]
    list_filter: list[str] = []
    copy_view_enabled = False
    add_view_class = BringView
    chooser_viewset_class = DocumentChooser
    create_template_name = edit_template_name = "wagtailadmin/generic/form.html"

    def get_form_class(self, for_update: bool = False) -> type[NamingForm]:
        return NamingForm if for_update else BringingForm
