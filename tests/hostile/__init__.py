"""Words that somebody writes to have a browser, a program or a reader do something, through the real desk to real pages."""
