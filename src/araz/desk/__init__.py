"""Editing with Wagtail: pages, blocks, workflow, and the door through which stories become public."""
