"""Measurements of Araz: each module is one command and makes its own archive. Figures are CPU time."""
