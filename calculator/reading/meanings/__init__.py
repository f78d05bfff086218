"""What phrases mean on the day when they are said: one idea a module, the list is in ``phrases``."""
