"""The `araz` command."""
