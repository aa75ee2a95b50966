"""The charts: one table of `comparing` in, one matplotlib Axes out; nothing is computed here.

drawing holds what all of them share; the other modules are named after the tables that they draw.
"""
