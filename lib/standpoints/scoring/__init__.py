"""How accuracy is measured: the parts of `score.py`.

gold (hand-coded files, checked), metrics (precision, recall, intervals), attributions (who says what, statement by
statement).
"""
