"""The application in a browser of this machine: textual-serve behind a door of our own. The optional extra `serve`."""
