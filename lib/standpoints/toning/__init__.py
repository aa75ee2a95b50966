"""The parts of a tone: tones (one text's), wordlists (TextBlob, VADER), masks (words that do not count), network."""
