"""The library on disk: takes and returns model objects, never rows."""
