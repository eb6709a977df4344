"""What a line below a picture tells: what it shows, with its day."""

from __future__ import annotations

from framing.corpus.cleaning.forms import MONTH
from framing.text.typography import CAPITALS

_SHOWN = (
    r"(?:speaks?|addresses|gestures?|waves?|smiles?|listens?|arrives?|attends?|walks?|poses?|stands?|sits?|talks?|"
    r"looks on|testif(?:y|ies)|greets?|shakes? hands|delivers? (?:remarks|a speech)|holds? (?:a|an|up)|"
    r"(?:is|are) (?:seen|pictured|shown|photographed))"
)
# *Ada Holm speaks at the pier in Velm, Norland, on Monday, May 4, 2015.*: one sentence, of the present, with its year.
SHOWS = (
    rf"^(?!.*[a-z]{{4}}\. [{CAPITALS}])(?!.*[“”\"])[{CAPITALS}‘'].{{3,330}}? {_SHOWN} .{{0,300}}?"
    rf"\b{MONTH} \d{{1,2}}, \d{{4}}(?:,? (?:in|at) [{CAPITALS}].{{2,60}})?\.?$"
)
