"""Prints what the record has and the ledger has not, and has it delivered."""
