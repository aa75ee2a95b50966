"""How accuracy is measured: the parts of `score.py`.

gold (hand-coded files, checked), coding_sheet (the same as a spreadsheet), metrics (precision, recall, intervals),
attributions (who says what, statement by statement), positions (in sentences and in whole articles), tones (against
people's ratings), summary (the figures as a table on a terminal).
"""
