"""The pages on which pictures are brought in. Each tells what was found in the file, once, and keeps nothing of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.images.views import images, multiple
from wagtail.images.views.chooser import ImageChosenResponseMixin, ImageUploadView
from wagtail.permissions import policy_registry

from araz.desk.acceptance.answers import Found
from araz.desk.models.images import DeskImage
from araz.desk.uploads.forms import TakeOverForm
from araz.desk.uploads.sentences import left, removed
from araz.edition.names import new_id


def told(found: tuple[Found, ...]) -> dict[str, Any]:
    """Return what the templates that tell what was found want."""
    return {"removed": removed(found), "left": left(found)}


def _told_of(image: DeskImage) -> dict[str, Any]:
    return {**told(image.new.found if image.new else ()), "offers": TakeOverForm(new=image.new), "image": image}


def _says_something(image: DeskImage) -> bool:
    """Whether the file that has just come said more than what it shows."""
    new = image.new
    return new is not None and bool(new.found or new.caption or new.credit)


def _unkept(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"  # nor does the browser keep it
    return response


class _TellsAfterwards:
    """A form's page that is followed by what was found, if anything was."""

    object: DeskImage
    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().form_valid(form)  # type: ignore[misc]  # of the view beside it
        if not _says_something(self.object):
            return response
        return _unkept(render(self.request, "desk/uploads/found.html", _told_of(self.object)))


class AddPicture(_TellsAfterwards, images.CreateView):
    pass


class ChangePicture(_TellsAfterwards, images.EditView):
    pass


class AddPictures(multiple.AddView):
    """Several at once. Where Wagtail would put a file aside as it came, because a field is wrong, it is refused here."""

    edit_form_template_name = "desk/uploads/multiple.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        file = request.FILES.get("files[]")
        if file is None:
            return HttpResponseBadRequest(gettext("There was no file in what came. Choose one and try again."))
        title = f"{gettext('Picture')} {new_id()[:4]}"  # a file's name may tell who took it, with what and when
        form = self.get_upload_form_class()(
            {"title": title, "collection": request.POST.get("collection")}, {"file": file}, user=request.user
        )
        if not form.is_valid():
            sentences = [str(sentence) for errors in form.errors.values() for sentence in errors]
            return JsonResponse({"success": False, "error_message": " ".join(sentences)})
        self.object = self.save_object(form)
        return _unkept(JsonResponse(self.get_edit_object_response_data()))

    def get_edit_object_form_context_data(self) -> dict[str, Any]:
        return {**super().get_edit_object_form_context_data(), **_told_of(self.object)}


class ChangePictures(multiple.EditView):
    def save_object(self, form: Any) -> None:
        form.save()
        if TakeOverForm(self.request.POST).take_over(self.object):
            self.object.save()


class UploadInChooser(ImageUploadView):
    """Before the picture is taken into the story, what was found in its file is shown where the form was."""

    def get_chosen_response(self, item: DeskImage) -> HttpResponse:
        if _says_something(item):
            return self._tell(item)
        response: HttpResponse = super().get_chosen_response(item)
        return response

    def render_duplicate_found_response(
        self, request: HttpRequest, new_image: Any, existing_image: Any
    ) -> HttpResponse:
        return self.get_chosen_response(new_image)

    def _tell(self, image: DeskImage) -> HttpResponse:
        context = {**_told_of(image), "action": reverse("desk_use_picture", args=[image.pk])}
        fragment = render_to_string("desk/uploads/chooser.html", context, self.request)
        answer = {"step": "reshow_creation_form", "htmlFragment": fragment}
        return _unkept(render_modal_workflow(self.request, None, None, None, json_data=answer))


class UsePicture(ImageChosenResponseMixin, View):
    """Takes over what was ticked and hands the picture to the chooser."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        image = _own_picture(request, pk)
        if TakeOverForm(request.POST).take_over(image):
            image.save()
        response: HttpResponse = self.get_chosen_response(image)
        return response


def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over what was ticked on the page after an upload, and go on to the picture."""
    if request.method == "POST":
        image = _own_picture(request, pk)
        if TakeOverForm(request.POST).take_over(image):
            image.save()
    return redirect("wagtailimages:edit", pk)


def _own_picture(request: HttpRequest, pk: int) -> DeskImage:
    """The picture, if this account may change it: its own, or any for those who may change all."""
    image = get_object_or_404(DeskImage, pk=pk)
    if not policy_registry.get_by_type(DeskImage).user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    return image


def closed(_request: HttpRequest, **_: Any) -> HttpResponse:
    """Wagtail keeps files that it could not accept, as they came; here none is ever put aside."""
    raise Http404
