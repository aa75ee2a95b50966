"""How a stance is recognised: the parts of `codebook.py` and `positions.py`.

phrases (the language of the codebook's patterns), clauses (where a condition begins and ends), attitudes (for,
against, not), likeness (by meaning, where no phrase is found).
"""
