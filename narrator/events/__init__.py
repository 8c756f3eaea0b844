"""Articles to events and origins, and the gate: can two statements be about one occurrence?"""
