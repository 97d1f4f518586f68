"""Reads WordPress's export files (WXR), converts what they hold and hands it over to the desk."""
