"""The words that end in a full stop without ending a sentence, by language."""

from __future__ import annotations

from typing import NamedTuple


class Abbreviations(NamedTuple):
    """Abbreviations without their full stop; `ordinals`: a number before one is no end either."""

    always: frozenset[str]
    before_numbers: frozenset[str]  # casefolded
    ordinals: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = Abbreviations(
    _words(
        "Mr Mrs Ms Mx Messrs Dr Prof Rev Hon Fr Sr Jr St Ste Mt Ft Gen Lt Col Maj Capt Cpt Cmdr Cdr"
        " Adm VAdm RAdm Sgt Cpl Pvt Brig Gov Sen Rep Pres Amb Sec Supt Det Insp Esq vs v cf viz"
        " approx incl esp al Ph.D Dept Gov't Bros Univ"
    ),
    _words(
        "no nos nr p pp fig figs vol vols para paras par art arts sec sect ch chap ed ca c approx"
        " jan feb mar apr jun jul aug sep sept oct nov dec op line"
    ),
)
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "de": Abbreviations(
        _words("Dr Prof Hr Hrn Fr Frl Dipl Ing bzw ca vgl evtl ggf inkl sog Nr Abs Art Bd St usf"),
        _words("nr s abs art bd kap ziff jan feb apr aug sept okt nov dez"),
        ordinals=True,
    ),
    "fr": Abbreviations(
        _words("M MM Mme Mmes Mlle Me Dr Pr St Ste cf av env p.ex"),
        _words("no n° p pp art chap vol fig janv févr avr juil sept oct nov déc"),
    ),
    "es": Abbreviations(
        _words("Sr Sra Sres Srta Dr Dra Da Dña Ud Uds Gral Lic Ing Prof cf p.ej"),
        _words("núm no n.º pág págs art cap vol fig"),
    ),
    "it": Abbreviations(
        _words("Sig Sigg Dott Prof Ing Avv On Gen Col Mons cfr"),
        _words("n art pag pagg cap vol fig"),
    ),
    "pt": Abbreviations(
        _words("Sr Sra Srs Dr Dra Prof Exmo Exma Eng Gen Cel cf"),
        _words("n nº art pág cap vol fig"),
    ),
    "ru": Abbreviations(
        _words("г гг им т.е т.д т.п ул пр см ср тыс млн млрд руб проф акад ген"),
        _words("с стр гл рис табл п ст"),
    ),
}


def abbreviations_of(language: str) -> Abbreviations:
    """Return the abbreviations of a language (BCP 47); English where it has no table."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), _ENGLISH)
