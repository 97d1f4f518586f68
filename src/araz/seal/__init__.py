"""What only the holders of a key can open."""
