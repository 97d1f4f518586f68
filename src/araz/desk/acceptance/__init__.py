"""What arrives from outside: taken apart in a process of its own, which may do nothing else, and made anew.

`workshop.py` is the door for the rest of the desk. What it does not import knows no Django, so that the process starts fast.
"""
