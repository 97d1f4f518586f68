"""Brings in what a newsroom wrote elsewhere. Each folder reads one kind of file and hands it over to the desk."""
