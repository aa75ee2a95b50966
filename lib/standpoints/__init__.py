"""standpoints: who says what, in which tone, and where do the sides stand?

`import standpoints as sp` loads nothing heavy: each name below is fetched from its module on first use.
"""

from importlib import import_module

# Its module has the same name and would take its place when it is loaded: so it is bound here, once. It is light.
from standpoints.export import export as export

__version__ = "0.1.0"

# The steps of the data's way, in order; module -> what it offers to notebooks.
_PUBLIC = {
    "project": ["ARTICLES", "DATA", "EXAMPLE", "OUTPUT"],
    "articles": ["preview_articles", "read_articles"],
    "sentences": ["split_sentences"],
    "statements": ["find_statements"],
    "registry": ["RegistryError", "read_registry"],
    "actors": ["find_antecedents", "resolve_actors"],
    "tone": ["DEFAULT_INSTRUMENT", "add_tone", "read_lexicon", "words_behind"],
    "codebook": ["CodebookError", "read_codebook"],
    "positions": ["code_positions"],
    "coding.corrections": ["read_corrections"],
    "coding.sheet": ["coding_sheet"],
    "clusters": ["cluster_statements", "copied_articles", "once_each", "with_repeats"],
    "study": ["Study", "analyse", "part_of", "tables_of"],
    "unlisted": ["unlisted_actors"],
    "spreadsheet": ["as_written", "harmless", "write_csv"],
    "keeping": ["load_study", "project_study", "save_study"],
    "comparing.voice": ["cue_classes", "share_of_voice"],
    "comparing.tone": ["three_voices", "tone_between", "tone_by_actor", "tone_by_side", "tone_toward"],
    "comparing.instruments": ["agreement", "disagreements", "effect_of_masks", "tone_by_instrument", "zero_scores"],
    "comparing.course": ["read_events", "tone_in_article", "tone_over_time"],
    "comparing.captions": ["caption"],
    "comparing.accuracy": ["errors_along_the_way", "read_accuracy"],
    "comparing.labels": ["labelled"],
    "comparing.taken": ["evidence", "positions_taken"],
    "comparing.spoken": ["spoken_of"],
    "comparing.standing": ["position_matrix", "stand_by_issue"],
    "comparing.common_ground": ["agreement_by_issue", "agreement_of_sides"],
    "comparing.turning": ["first_and_last_seen", "positions_over_time", "reversals"],
    "comparing.wording": ["distinctive_words", "statements_with"],
    "comparing.network": ["actor_network", "actor_ties", "position_network", "position_ties", "save_network"],
    "comparing.discourse": ["discourse_codes", "save_codes"],
    "answers": [
        "answer_accuracy",
        "answer_between",
        "answer_cues",
        "answer_positions",
        "answer_reported",
        "answer_together",
        "answer_tone",
        "answer_voice",
    ],
    "charting.voice": ["chart_cues", "chart_voice"],
    "charting.network": ["chart_network"],
    "charting.positions": ["chart_agreement", "chart_positions"],
    "charting.course": ["chart_positions_over_time", "chart_tone_in_article", "chart_tone_over_time"],
    "charting.accuracy": ["chart_accuracy"],
    "charting.words": ["chart_words"],
    "charting.tone": ["chart_between", "chart_tone"],
    "readable_tables": ["readable"],
    "views": ["article_html", "show_article"],
    "report": ["write_report"],
}
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}

__all__ = sorted([*_MODULE_OF, "export"])


def __getattr__(name: str):
    if name not in _MODULE_OF:
        raise AttributeError(f"standpoints has no {name!r}; it offers: {', '.join(__all__)}")
    return getattr(import_module(f"standpoints.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
