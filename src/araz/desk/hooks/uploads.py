"""The desk's own pages for bringing in pictures and documents. Those for pictures stand before Wagtail's, at the same addresses."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.images.views.chooser import viewset as picture_chooser
from wagtail.snippets.models import register_snippet

from araz.desk.uploads import views
from araz.desk.uploads.documents import DocumentViewSet, UseDocument

picture_chooser.create_view_class = views.UploadInChooser  # Wagtail has registered this one and asks for no other

register_snippet(DocumentViewSet)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]  # Wagtail has no types
def addresses() -> list[URLPattern]:
    return [
        path("images/add/", views.AddPicture.as_view(), name="desk_add_picture"),
        path("images/<int:image_id>/", views.ChangePicture.as_view(), name="desk_change_picture"),
        path("images/multiple/add/", views.AddPictures.as_view(), name="desk_add_pictures"),
        path("images/multiple/<int:image_id>/", views.ChangePictures.as_view(), name="desk_change_pictures"),
        path("images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/", views.closed),
        path("images/multiple/delete_upload/<int:uploaded_file_id>/", views.closed),
        path("images/take-over/<int:pk>/", views.take_over, name="desk_take_over"),
        path("images/use/<int:pk>/", views.UsePicture.as_view(), name="desk_use_picture"),
        path("documents-to-take/use/<int:pk>/", UseDocument.as_view(), name="desk_use_document"),
    ]
