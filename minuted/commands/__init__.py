"""The commands, one module each: arguments, one call of the library, printing."""
