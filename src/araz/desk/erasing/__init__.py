"""Takes words, pictures and stories out of every table of the desk."""
