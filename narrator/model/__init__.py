"""The plain data that crosses every border: frozen dataclasses and enums, standard library only."""
