"""The command line: everything the screen can do, scriptable."""
