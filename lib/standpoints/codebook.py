"""The codebook: issues, their stances, and the phrases by which a stance is recognised. A plain file, checked."""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from standpoints.project import CODEBOOK
from standpoints.stances.copies import WHOLE, own_words
from standpoints.stances.hearing import as_plain
from standpoints.stances.likeness import Bank, make_bank
from standpoints.stances.phrases import Phrase, index_phrases, read_phrase
from standpoints.stances.places import Places, make_places

KINDS = ("says", "undoes", "names", "ours", "bare", "denies", "never")
Text = Annotated[str, Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]


class CodebookError(ValueError):
    """The codebook file cannot be used; the message holds one line for each problem."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Patterns(_Part):
    """Phrases of one stance, by what they do.

    `says` state the stance, `denies` state its rejection; `names` only name it (somebody must be for or against it),
    and so do `bare` ones, unless a phrase of another issue holds the same words, and `ours`, which hold for whoever
    calls the thing his own; `undoes` only name its contrary; `never` are look-alikes.
    """

    says: list[Text] = []
    names: list[Text] = []
    ours: list[Text] = []
    bare: list[Text] = []
    undoes: list[Text] = []
    denies: list[Text] = []
    never: list[Text] = []


class Stance(_Part):
    """One answer to an issue's question, with sentences that take it and sentences that reject it.

    `demanded_by` are the sides whose own demand it is: they do not refuse it, but its opposite.
    """

    label: Text
    description: Text
    examples: Annotated[list[Text], Field(min_length=8)]
    rejections: list[Text] = []
    patterns: Patterns = Patterns()
    opposite: str | None = None
    demanded_by: list[Text] = []


class Issue(_Part):
    """One question that the sides answer, with its stances by name; `label` is its short name for readers."""

    label: Text | None = None
    question: Text
    stances: Annotated[dict[Name, Stance], Field(min_length=1)]


class Codebook(_Part):
    """Issues by name, and the lists of words that their phrases share.

    `elsewhere` are phrases that tell of other quarrels and places, `here` names of this one.
    """

    issues: Annotated[dict[Name, Issue], Field(min_length=1)]
    words: dict[Name, Annotated[list[Text], Field(min_length=1)]] = {}
    elsewhere: list[Text] = []
    here: list[Text] = []

    @property
    def stances(self) -> Iterator[tuple[str, str, Stance]]:
        """Each (issue name, stance name, stance), in the order of the file."""
        for issue_name, issue in self.issues.items():
            for stance_name, stance in issue.stances.items():
                yield issue_name, stance_name, stance

    @cached_property
    def phrases(self) -> list[tuple[str, str, str, Phrase]]:
        """Each (issue, stance, kind, phrase) ready for looking; kind is one of `KINDS`."""
        return [
            (issue, name, kind, phrase)
            for issue, name, stance in self.stances
            for kind in KINDS
            for written in getattr(stance.patterns, kind)
            for phrase in read_phrase(written, self.words)
        ]

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """The places in `phrases` of those that a text with a certain word may hold."""
        return index_phrases(phrase for *_, phrase in self.phrases)

    @cached_property
    def places(self) -> Places:
        """The phrases of `elsewhere` and `here`, ready for looking."""
        lists = (self.elsewhere, self.here)
        return make_places(
            *([phrase for one in written for phrase in read_phrase(one, self.words)] for written in lists)
        )

    @cached_property
    def bank(self) -> Bank:
        """Every example and rejection as a vector, to compare statements with."""
        return make_bank(
            (issue, name, agree, text)
            for issue, name, stance in self.stances
            for agree, texts in ((True, stance.examples), (False, stance.rejections))
            for text in texts
        )

    @property
    def doubts(self) -> list[tuple[str, str, str]]:
        """The examples and rejections with which no sentence can be compared: where, what, consequence."""
        return [
            (f"{issue} > {name} > {kind}", f"{text!r} is not one sentence", "it is never found; write one in each line")
            for issue, name, stance in self.stances
            for kind in ("examples", "rejections")
            for text in getattr(stance, kind)
            if len(WHOLE.findall(as_plain(text))) != 1
        ]


def read_codebook(file: Path | str = CODEBOOK) -> Codebook:
    """The checked codebook in `file` (the project's data/codebook.yaml if none is given).

    Raises: CodebookError, with one line for each problem: file, line, what is wrong, what to do.
    """
    file = Path(file)
    content = _load(file)
    try:
        codebook = Codebook.model_validate(content)
    except ValidationError as error:
        lines = [_plain(problem, content) for problem in error.errors()]
    else:
        lines = list(_cross_checks(codebook, content))
    if lines:
        raise CodebookError("\n".join(f"{file}{line}" for line in lines))
    return codebook


def project_codebook() -> Codebook:
    """The project's codebook, read once while its file stays as it is."""
    return _read_once(CODEBOOK, CODEBOOK.stat().st_mtime_ns if CODEBOOK.is_file() else 0)


@lru_cache(maxsize=1)
def _read_once(file: Path, changed: int) -> Codebook:
    return read_codebook(file)


def _load(file: Path) -> Any:
    """The file's content as ruamel.yaml reads it (YAML 1.2: a key `no` stays a word), each part with its line."""
    try:
        content = YAML(typ="rt").load(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise CodebookError(f"{file}: there is no such file; give the path of a codebook (.yaml).") from None
    except UnicodeDecodeError:
        raise CodebookError(f"{file}: this is not UTF-8 text; save it again as a UTF-8 text file.") from None
    except MarkedYAMLError as error:
        raise CodebookError(f"{file}{_yaml_problem(error)}") from None
    except YAMLError as error:
        raise CodebookError(f"{file}: this is not a YAML file ({str(error).splitlines()[0]}).") from None
    if not isinstance(content, dict):
        raise CodebookError(f"{file}, line 1: a codebook begins with `issues:`; see the head of data/codebook.yaml.")
    return content


def _yaml_problem(error: MarkedYAMLError) -> str:
    line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
    what = (error.problem or "cannot be read").splitlines()[0]
    if "duplicate key" in what:
        return f"{line}: {what.split(' with value')[0]}: the name is used twice; rename or remove one."
    return f"{line}: {what}; check the indentation, and put quotation marks around text with ': ' or '#' in it."


_MEND = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not known here; remove it or correct its spelling",
    "too_short": "has too few entries (a stance needs at least 8 examples, a list at least 1); add some",
    "string_too_short": "is empty; write something or remove the line",
    "string_pattern_mismatch": "is no name: use small letters, digits and hyphens, beginning with a letter",
    "string_type": "should be text; put quotation marks around it",
    "list_type": "should be a list: one line for each entry, beginning with '- '",
    "dict_type": "should hold names with their content, indented below it",
    "model_type": "should hold names with their content, indented below it",
}


def _plain(problem: dict, content: Any) -> str:
    path = [step for step in problem["loc"] if step != "[key]"]
    mend = _MEND.get(problem["type"], problem["msg"])
    return f"{_line(content, path)}: {' > '.join(map(str, path))} {mend}."


def _line(content: Any, path: list) -> str:
    """ ", line N" of the innermost part of `path` that the file has."""
    line = 0
    for step in path:
        if not isinstance(content, dict | list):
            break
        here = content.lc.data.get(step) if content.lc.data else None
        if here is None:
            break
        line, content = here[0], content[step]
    return f", line {line + 1}"


def _cross_checks(codebook: Codebook, content: Any) -> Iterator[str]:
    told = set()  # a fault in a list of words is told once, not for each phrase that uses the list
    places = [(key, n, written) for key in ("elsewhere", "here") for n, written in enumerate(getattr(codebook, key))]
    for *path, written in [*(("words", name, f"{{{name}}}") for name in codebook.words), *places]:
        try:
            read_phrase(written, codebook.words)
        except ValueError as error:
            if str(error) not in told:
                yield f"{_line(content, path)}: {' > '.join(map(str, path))}: {error}."
            told.add(str(error))
    for issue_name, name, stance in codebook.stances:
        path = ["issues", issue_name, "stances", name]
        others = set(codebook.issues[issue_name].stances) - {name}
        if stance.opposite is not None and stance.opposite not in others:
            allowed = ", ".join(sorted(others)) or "no other stance is there"
            where = _line(content, [*path, "opposite"])
            what = f"opposite {stance.opposite!r} is no other stance of this issue ({allowed})"
            yield f"{where}: {' > '.join(path)}: {what}."
        if stance.demanded_by and stance.opposite is None:
            where = _line(content, [*path, "demanded_by"])
            yield f"{where}: {' > '.join(path)}: demanded_by needs an opposite, which these sides refuse; add one."
        examples = {own_words(text) for text in stance.examples}
        for number, text in enumerate(stance.rejections):
            if own_words(text) in examples:
                where = _line(content, [*path, "rejections", number])
                yield f"{where}: {' > '.join(path)}: {text!r} is an example and a rejection; delete one of the two."
        for kind in KINDS:
            for number, written in enumerate(getattr(stance.patterns, kind)):
                try:
                    read_phrase(written, codebook.words)
                except ValueError as error:
                    if str(error) not in told:
                        yield f"{_line(content, [*path, 'patterns', kind, number])}: {' > '.join(path)}: {error}."
