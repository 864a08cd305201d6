"""Long tests of the whole program: kills, poison, silence, a full disk.

    python -m tests.soak [NAME...]

Each soak is a module with `async def soak(record, folder, runs)`, which copies the data directory
*record* into *folder* and returns its figures; it is listed in `__main__`. Short forms are tests.
"""
