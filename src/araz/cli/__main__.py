"""`python -m araz.cli` is `araz`."""

from araz.cli.main import main

main()
