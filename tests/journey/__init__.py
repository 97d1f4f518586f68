"""From the desk to the reader, with a real browser and the real command."""
