"""A small invented newsroom in five languages, for a first look and for tests. Pure data: no Django."""
