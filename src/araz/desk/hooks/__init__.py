"""What the desk adds to Wagtail's admin, by subject. Importing a module registers it."""
