"""Carry a rendition to where readers find it: one folder for each kind of place."""
