"""Erases words, pictures and stories from the whole newsroom, and proves it."""
