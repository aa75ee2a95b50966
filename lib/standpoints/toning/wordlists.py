"""Tone by word lists: TextBlob and VADER, with the words that drove each score."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from standpoints.toning.tones import Tone


def textblob(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by TextBlob: the mean polarity of the words and phrases that its list knows.

    Source: TextBlob (MIT) with the word list of pattern.en (De Smedt & Daelemans 2012, J. Mach. Learn. Res. 13, BSD).
    """
    return [_by_textblob(text) for text in texts]


@lru_cache(maxsize=10_000)  # a sentence is scored as such, and again for each mention in it
def _by_textblob(text: str) -> Tone:
    # What an emoticon is made of may stand apart (": )"); all else is the same in whatever text it stands.
    parts = [text] if _emoticons().search(text) else text.split()
    words = [word for part in parts for word in _as_textblob_has_them(part)]
    if _word_list().keys().isdisjoint(words) and _signs().isdisjoint(words):
        return Tone(0.0, (), 0.0)  # as it would find out, in four times the time
    scored = _word_list()(words)
    known = scored.assessments
    drove = ((" ".join(phrase), polarity / len(known)) for phrase, polarity, *_ in known)
    return Tone(scored[0], tuple(drove), scored[1])


@lru_cache(maxsize=20_000)  # nearly every word of a text stood in others
def _as_textblob_has_them(text: str) -> tuple[str, ...]:
    """The words that TextBlob makes of a text; those of "isn't," are is, n't and the comma."""
    from textblob.en import sentiment

    contractions = {} if "'" in text else {"replace": {}}  # all that it looks for have a '
    return tuple(_quick(word.lower()) for word in " ".join(sentiment.tokenizer(text, **contractions)).split())


def _quick(word: str) -> str:
    """The word, or one that counts the same and that TextBlob does not look for in all its emoticons: “ → , 2014 → xxx.

    Of a word that it does not know TextBlob asks only whether it is longer than one letter, and than two.
    """
    if word.isalpha() or word in _word_list() or word in _signs():
        return word
    if len(word.strip("'")) <= 1:
        return "," if len(word) <= 2 else word
    return "xxx"[: len(word)]


@cache
def _word_list():
    """TextBlob's list of words, loaded once; its own asks of each word that it looks up whether it is loaded."""
    from textblob.en import Sentiment, sentiment

    class Loaded(Sentiment):
        __contains__, __getitem__ = dict.__contains__, dict.__getitem__

    loaded = Loaded()
    loaded.update(sentiment.items())
    vars(loaded).update(vars(sentiment))
    return loaded


@cache
def _signs() -> frozenset[str]:
    """What is no mere word and means something to TextBlob."""
    from textblob._text import EMOTICONS

    return frozenset(["!", "(!)", "n't", *(sign.lower() for signs in EMOTICONS.values() for sign in signs)])


@cache
def _emoticons() -> re.Pattern:
    """What TextBlob takes for one word although there may be white space in it."""
    from textblob._text import EMOTICONS

    signs = ["(!)", *(sign for signs in EMOTICONS.values() for sign in signs)]
    return re.compile("|".join(r"\s*".join(map(re.escape, sign)) for sign in signs))


def vader(texts: Sequence[str]) -> list[Tone]:
    """Return the tone of each text by VADER: its compound score.

    Source: vaderSentiment (MIT); Hutto & Gilbert, ICWSM 2014.
    """
    return [_by_vader(text) for text in texts]


@lru_cache(maxsize=10_000)
def _by_vader(text: str) -> Tone:
    score = _analyzer().polarity_scores(text)
    return Tone(score["compound"], tuple(score["words"].items()))


@cache
def _analyzer():
    """VADER, loaded once, with the words that drove a score; its own functions, kept linear in the text's length."""
    from vaderSentiment.vaderSentiment import BOOSTER_DICT, SentimentIntensityAnalyzer, SentiText

    class Analyzer(SentimentIntensityAnalyzer):
        def polarity_scores(self, text):
            if not text.isascii() and not self.emojis.keys().isdisjoint(text):
                return super().polarity_scores(text)
            words = list(map(plain, text.split()))
            known = [i for i, word in enumerate(words) if word in self.lexicon]
            if not known:
                return {"compound": 0.0, "words": {}}
            seen, sentiments = SentiText(text), [0] * len(words)
            for i in known:  # its own goes on through all words in this way
                if words[i] not in BOOSTER_DICT and words[i : i + 2] != ["kind", "of"]:
                    [sentiments[i]] = self.sentiment_valence(0, seen, seen.words_and_emoticons[i], i, [])
            return self.score_valence(self._but_check(words, sentiments), text)

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
            words = list(map(plain, text.split())) if any(sentiments) else []
            for left_out in {word for word, valence in zip(words, sentiments, strict=False) if valence}:
                rest = [0 if word == left_out else valence for word, valence in zip(words, sentiments, strict=True)]
                scores["words"][left_out] = scores["compound"] - super().score_valence(rest, text)["compound"]
            return scores

    @lru_cache(maxsize=20_000)
    def plain(word):
        return SentiText._strip_punc_if_word(word).lower()

    return Analyzer()
