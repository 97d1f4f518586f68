"""One sealed file of all that can't be made again, the way back from it, and the way back from an upgrade."""
