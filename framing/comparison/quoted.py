"""What a comparison knows of the words that people are quoted with: a property for each frame of quotations, cached as
those of `contents.py` are."""

from __future__ import annotations

import polars as pl

from framing.comparison.closely import close
from framing.comparison.contents import Contents


class Quoted(Contents):
    """The frames of quotations beside the other frames of passages."""

    @close
    def quotations(self) -> pl.DataFrame:
        """`quotations.QUOTATIONS`: remarks that several texts quote, in all their wordings."""
        from framing.comparison.content.quotations import quotations

        return quotations(self.scores.corpus, self.credited, self.labels)

    @close
    def changed_words(self) -> pl.DataFrame:
        """`changed_words.CHANGED_WORDS`: quotations that two reports print alike, but for a word or two."""
        from framing.comparison.content.changed_words import changed_words

        return changed_words(self.scores.corpus, self.credited, self.labels)

    @close
    def cuts(self) -> pl.DataFrame:
        """`cuts.CUTS`: quotations of which another report prints more."""
        from framing.comparison.content.cuts import cuts

        return cuts(self.scores.corpus, self.credited)

    @close
    def gaps(self) -> pl.DataFrame:
        """`gaps.GAPS`: what other texts print where a quotation has three dots."""
        from framing.comparison.content.gaps import gaps

        return gaps(self.scores.corpus, self.labels)

    @close
    def retold(self) -> pl.DataFrame:
        """`retold.RETOLD`: remarks that one report quotes and another tells without quotation marks."""
        from framing.comparison.content.retold import retold

        return retold(self.scores.corpus, self.cited, self.credited, self.labels)

    @close
    def shared_quotations(self) -> pl.DataFrame:
        """`shared_quotations.SHARED_QUOTATIONS`: quoted words that some reports print, and others not at all."""
        from framing.comparison.content.shared_quotations import shared_quotations

        return shared_quotations(self.scores.corpus, self.credited, self.labels)

    @close
    def picks(self) -> pl.DataFrame:
        """`picks.PICKS`: what each text quotes of a speaker whom several quote."""
        from framing.comparison.content.picks import picks

        return picks(self.scores.corpus, self.credited, self.labels)

    @close
    def remarks(self) -> pl.DataFrame:
        """`remarks.REMARKS`: who did not answer, what was not checked, whose interest it is."""
        from framing.comparison.content.remarks import remarks

        return remarks(self.scores.corpus)
