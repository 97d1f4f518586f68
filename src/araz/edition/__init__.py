"""What is public, as pure data: stories, the paper, comments, the record, and the file that holds them."""
