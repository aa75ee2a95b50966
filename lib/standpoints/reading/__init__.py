"""How a text is read: the parts of `reader.py` and `statements.py`.

attribution (what reading gives back), cues (reporting words and their kinds), typography (the reader by rule);
pieces, assembly (word pieces in, statements out, around the trained network).
"""
