"""How a stance is recognised: the parts of `codebook.py` and `positions.py`.

phrases (the language of the codebook's patterns), finding (where they stand in a text), hearing (what of a statement is
read), clauses (where a condition begins and ends), forms and vocabulary (the words for and against), others (whose
words they are not), telling (what another side wants, told by who speaks), scope (which words speak of something else),
attitudes (how they add up), hanging (what hangs on a condition), readings (which position a phrase amounts to), places
(other quarrels than the codebook's), demands (what a side demands, it does not refuse), likeness (by meaning, where no
phrase is found), discriminant (which stance's sentences a meaning is one of), copies (a sentence of the codebook
itself, or nearly).
"""
