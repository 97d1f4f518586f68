"""Finds what must not be in an output: over bytes and containers; knows no database and no edition."""
