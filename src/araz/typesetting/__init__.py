"""What presses share: the words of the paper's furniture, text runs, links and pictures."""
