"""A newsroom that prints to every carrier."""
