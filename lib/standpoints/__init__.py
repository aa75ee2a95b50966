"""standpoints: who says what, in which tone, and where do the sides stand?

`import standpoints as sp` loads nothing heavy: each name below is fetched from its module on first use.
"""

from importlib import import_module

# Its module has the same name and would take its place when it is loaded: so it is bound here, once. It is light.
from standpoints.export import export as export

__version__ = "0.1.0"

# The steps of the data's way, in order; module -> what it offers to notebooks.
_PUBLIC = {
    "project": ["ARTICLES", "DATA", "OUTPUT"],
    "articles": ["read_articles"],
    "sentences": ["split_sentences"],
    "statements": ["find_statements"],
    "registry": ["RegistryError", "read_registry"],
    "actors": ["find_antecedents", "resolve_actors", "unlisted_actors"],
    "tone": ["add_tone", "read_lexicon", "words_behind"],
    "codebook": ["CodebookError", "read_codebook"],
    "positions": ["code_positions"],
    "study": ["Study", "analyse", "load_study", "project_study", "save_study", "tables_of"],
    "compare": ["caption", "share_of_voice", "tone_by_actor", "tone_by_side", "zero_scores"],
    "standing": ["evidence", "position_matrix", "positions_taken", "stand_by_issue"],
    "answers": ["answer_positions", "answer_tone", "answer_voice"],
    "charts": ["chart_positions", "chart_tone", "chart_voice"],
    "views": ["article_html", "show_article"],
    "report": ["write_report"],
    "score": [],
}
_MODULE_OF = {name: module for module, names in _PUBLIC.items() for name in names}

__all__ = sorted([*_MODULE_OF, "export"])


def __getattr__(name: str):
    if name not in _MODULE_OF:
        raise AttributeError(f"standpoints has no {name!r}; it offers: {', '.join(__all__)}")
    return getattr(import_module(f"standpoints.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
