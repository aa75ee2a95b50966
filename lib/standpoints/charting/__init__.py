"""The charts: one table of `comparing` in, one matplotlib Axes out; nothing is computed here.

drawing holds what all of them share; voice, tone, course, positions, words, network and accuracy are named after the
tables that they draw.
"""
