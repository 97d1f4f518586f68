"""Every page of the desk and of the site in a browser, which notes all that a page tries and may not do."""
