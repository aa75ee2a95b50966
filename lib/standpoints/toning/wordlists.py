"""Tone by word lists: TextBlob and VADER, with the words that drove each score."""

from collections.abc import Sequence
from functools import cache

from standpoints.toning.tones import Tone


def textblob(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by TextBlob: the mean polarity of the words and phrases that its list knows.

    Source: TextBlob (MIT) with the word list of pattern.en (De Smedt & Daelemans 2012, J. Mach. Learn. Res. 13, BSD).
    """
    from textblob.en import sentiment

    tones = []
    for text in texts:
        scored = sentiment(text)
        known = scored.assessments
        words = [(" ".join(words), polarity / len(known)) for words, polarity, *_ in known]
        tones.append(Tone(scored[0], tuple(words), scored[1]))
    return tones


def vader(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by VADER: its compound score.

    Source: vaderSentiment (MIT); Hutto & Gilbert, ICWSM 2014.
    """
    scores = map(_analyzer().polarity_scores, texts)
    return [Tone(score["compound"], tuple(score["words"].items())) for score in scores]


@cache
def _analyzer():
    """VADER, loaded once, with the words that drove a score; its own functions, kept linear in the text's length."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer, SentiText

    class Analyzer(SentimentIntensityAnalyzer):
        @staticmethod
        def _special_idioms_check(valence, words, i):
            # It looks three words back and two ahead, but puts the whole text into lower case each time.
            start = max(i - 3, 0)
            return SentimentIntensityAnalyzer._special_idioms_check(valence, words[start : i + 3], i - start)

        @staticmethod
        def _negation_check(valence, words, start_i, i):
            start = max(i - 3, 0)
            return SentimentIntensityAnalyzer._negation_check(valence, words[start : i + 1], start_i, i - start)

        def score_valence(self, sentiments, text):
            scores = super().score_valence(sentiments, text)
            scores["words"] = {}
            words = [word.lower() for word in SentiText(text).words_and_emoticons] if any(sentiments) else []
            for left_out in {word for word, valence in zip(words, sentiments, strict=False) if valence}:
                rest = [0 if word == left_out else valence for word, valence in zip(words, sentiments, strict=True)]
                scores["words"][left_out] = scores["compound"] - super().score_valence(rest, text)["compound"]
            return scores

    return Analyzer()
