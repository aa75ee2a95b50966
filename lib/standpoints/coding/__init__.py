"""What people code by hand, in spreadsheets: to measure the kit by (`scoring`), or to put it right.

tables (a hand-coded table, read), places (where its words stand in the articles), actors (whether the registry has its
actors and sides), codes (whether the codebook has its positions), corrections (`data/corrections.csv`, checked and
placed), amending (what was coded by hand holds in the tables), sheet (what the kit says, as a sheet to mend).
"""
