"""The Django project, the two listeners, the courier, and the one process that runs it all."""
