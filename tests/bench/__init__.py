"""How fast answers are and how often the right entry is first, beside what others would use.

    python -m tests.bench [SIZE]

Makes SIZE entries (`corpus`) around those of the real minutes, records them as `ingest` does, and
asks the same questions of the bot and of its peers (`peers`), each in a process of its own
(`probe`), one after the other in one run. `chart` draws what was found.
"""
