"""Who is meant: the parts of `registry.py` and `actors.py`.

names (the index of all spellings) → people, roles (what is a name, an office) → spots, descriptions (where somebody
is named in a text) → introductions (whom an article names in full) → cast (who appears in it) → antecedents (he,
she, they) → speakers.
"""
