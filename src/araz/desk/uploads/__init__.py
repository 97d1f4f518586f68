"""Bringing pictures and documents to the desk: forms, pages, and what the person who brings one is told about it."""
