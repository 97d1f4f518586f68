"""Accounts as administrators see them: a made-up name, what it may do, and nothing about who it is."""
