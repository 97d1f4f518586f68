"""Who gets to the desk: one-time links, passphrases, second factors. No page of the desk opens without both."""
