"""Names written in another way: Lawrow and Lavrov, Zelenskij and Zelenskyy, a letter wrong in a long name.

What differs between the ways into the Latin alphabet is taken away first; only what is left must be alike. So
Janukowitsch is Yanukovych, and Hale is not Healey.
"""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

GIVEN_ALIKE = 85  # rapidfuzz ratio of what is left of two given names: Volodymyr, Volodimir; not John, Josh
SURNAME_ALIKE = 88  # the same of surnames from six letters on, where the given name confirms them: Osther, Oster
LEAST_ALONE = 6  # letters of a surname without a given name, where it is spelt otherwise
ALONE_ALIKE = 90  # and of surnames from nine letters on that stand alone: Stoltenburg
_SOUNDS = [
    (re.compile(written), sound)
    for written, sound in (
        ("tsch|tch", "ch"), ("sch", "sh"), ("ph", "f"), ("kh|gh|g", "h"),  # Timoschenko, Josef, Zaharova, Sybiga
        ("ou", "u"), ("(?<=[oe])(?:w|ff?)$", "v"), ("w", "v"),  # Poutine, Peskow, Gorbachoff, Wolodymyr
        ("ks", "x"), ("c(?=[aouktr]|$)", "k"), ("z(?!h)", "s"),  # Aleksei, Victor, Selensky
        ("[yj]", "i"), ("i(?=[aeou])", ""), ("i+", "i"),  # Zelenskij, Yermak and Ermak, Nebenzya, Syrskyi
    )
]  # fmt: skip
# The forms of one name: Russian, Ukrainian and Belarusian, as the language is that is quoted from; and short ones
_FORMS = """
alexander aleksandr alexandr oleksandr aliaksandr; vladimir volodymyr uladzimir; dmitry dmitri dmitriy dmitrii dmytro
dzmitry; nikolai nikolay mykola mikalai; alexei alexey aleksei aleksey oleksii oleksiy oleksij aliaksei; elena yelena
olena alena; pavel pavlo; pyotr petr petro piotr; kirill kyrylo kiryl; tatiana tatyana tetiana tetyana;
artem artyom artsiom; semyon semen; fyodor fedor fedir; anton antin; yevgeny evgeny yevgeniy yevhen yauhen;
robert bob bobby rob; william bill billy; michael mike; thomas tom tommy; james jim jimmy; joseph joe; edward ed eddie;
timothy tim; daniel dan danny; david dave; samuel sam; benjamin ben; matthew matt; anthony tony; christopher chris;
andrew andy; steven stephen steve; kenneth ken; lawrence larry; elizabeth liz beth betty; katherine catherine kathy kate
katie; sandra sandy; susan sue; margaret maggie meg peggy; deborah debbie; nicholas nick; gregory greg; jeffrey jeff;
jonathan jon; joshua josh; ronald ron; donald don; raymond ray; gerald gerry jerry; victoria vicky; charles charlie
chuck; richard dick rick; peter pete; philip phil; douglas doug; rebecca becky; jennifer jenny jen; mikhail misha
"""
_FORM_OF = {form: forms.split()[0] for forms in _FORMS.split(";") for form in forms.split()}
_DOUBLE = re.compile(r"(.)\1")


@lru_cache(maxsize=100_000)
def sounds(name: str) -> str:
    """What is left of a folded name, however it was brought into the Latin alphabet: `sounds("lawrow")` is "lavrov"."""
    for written, sound in _SOUNDS:
        name = written.sub(sound, name)
    return name


def form_of(given: str) -> str:
    """The form under which all forms of a folded given name are kept: `form_of("bob")` is "robert"."""
    return _FORM_OF.get(given, given)


def given_alike(one: str, other: str) -> bool:
    """Whether two folded given names can be one: Sergei, Serguei and S.; Nikolai and Mykola."""
    if 1 in (len(one), len(other)):
        return one[:1] == other[:1]
    if form_of(one) == form_of(other):
        return True
    return ratio(sounds(one), sounds(other)) >= GIVEN_ALIKE


@lru_cache(maxsize=200_000)
def surnames_alike(one: str, other: str, alone: bool) -> bool:
    """Whether two folded surnames can be one; `alone`: no given name confirms it."""
    if one.endswith("a") != other.endswith("a"):
        return False  # Taranov and Taranova are a man and a woman
    letters = min(len(one), len(other))
    if alone and (letters < LEAST_ALONE or one == other):
        return False  # exactly alike: Salman, who need not be "bin Salman"
    heard = sounds(one), sounds(other)
    if alone:
        return heard[0] == heard[1] or (letters >= 9 and ratio(*heard) >= ALONE_ALIKE)
    likeness = ratio(*(_DOUBLE.sub(r"\1", name) for name in heard))  # Gutteres, Guterres
    return likeness >= (SURNAME_ALIKE if max(len(one), len(other)) >= 6 else 100)


def block_keys(surname: str) -> tuple[str, str]:
    """The keys under which surnames are kept that can be spellings of this one: Zelensky beside Selenskyj."""
    heard = sounds(surname)
    return heard[:1], heard[1:3]
