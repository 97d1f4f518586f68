"""The desk's search index: the library's own, but with a cost for one more story that does not grow with the archive."""
