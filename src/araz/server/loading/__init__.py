"""Brings a paper's data through the desk: nothing here writes an edition, and nothing knows the command line."""
