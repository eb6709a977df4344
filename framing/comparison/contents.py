"""What a comparison knows of the texts themselves: frames of passages, each made when it is first asked for; a property
for each frame of `content/` or `texts/`, most of them of the articles that are read closely only."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from framing.comparison.closely import close
from framing.scoring.scores import Scores

if TYPE_CHECKING:
    from framing.comparison.content.labels import Labels
_WORKING = frozenset({"cited", "credited", "headline_quotes"})  # of which other frames are made


class Contents:
    """The frames of passages. scores, reuse, stories: those of the comparison that has them."""

    scores: Scores
    reuse: pl.DataFrame
    stories: pl.DataFrame

    @classmethod
    def tables(cls) -> list[str]:
        """The names of the frames that a report writes into its folder: all but those others are made of."""
        every = {name: made for base in reversed(cls.__mro__) for name, made in vars(base).items()}
        return [name for name, made in every.items() if isinstance(made, close) and name not in _WORKING]

    @close
    def news(self) -> pl.DataFrame:
        """`news.NEWS`: which articles tell the same news: how far the folder is one event."""
        from framing.comparison.texts.news import news

        return news(self.scores.corpus, self.stories)

    @close
    def coverage(self) -> pl.DataFrame:
        """`comparison.coverage.COVERAGE`: shared items by outlets, with prominence and what is left out."""
        from framing.comparison.content.coverage import coverage

        return coverage(self.scores, self.stories, self.news)

    @close
    def rewrites(self) -> pl.DataFrame:
        """`rewrites.REWRITES`: each rewrite beside its source, sentence by sentence, with the words changed."""
        from framing.comparison.texts.rewrites import rewrites

        return rewrites(self.scores, self.reuse, self.stories)

    @close
    def accounts(self) -> pl.DataFrame:
        """`accounts.ACCOUNTS`: what became of each source in each rewrite, in numbers and in a sentence."""
        from framing.comparison.texts.accounts import accounts

        return accounts(self.scores, self.rewrites)

    @close
    def naming(self) -> pl.DataFrame:
        """`comparison.naming.NAMING`: every reference to an actor, by name or description."""
        from framing.comparison.content.naming import naming

        return naming(self.scores, self.stories)

    @close
    def pronouns(self) -> pl.DataFrame:
        """`comparison.pronouns.PRONOUNS`: pronouns that certainly mean an actor, apart from `naming`."""
        from framing.comparison.content.pronouns import pronouns

        return pronouns(self.scores.corpus, self.stories)

    @close
    def sources(self) -> pl.DataFrame:
        """`comparison.voices.SOURCES`: who is given the word in each outlet, and how many words."""
        from framing.comparison.content.voices import sources

        return sources(self.scores, self.stories, self.naming)

    @cached_property
    def labels(self) -> Labels:
        """How the texts are called in sentences, and which are versions of one report."""
        from framing.comparison.content.labels import labels

        return labels(self.scores.corpus, self.stories)

    @close
    def headlines(self) -> pl.DataFrame:
        """`headlines.HEADLINES`: whom each headline gives the word, and with which verb."""
        from framing.comparison.content.headlines import headlines

        return headlines(self.scores)

    @close
    def beyond(self) -> pl.DataFrame:
        """`beyond.BEYOND`: words of headlines that their own texts lack."""
        from framing.comparison.content.beyond import beyond

        return beyond(self.scores)

    @close
    def headline_quotes(self) -> pl.DataFrame:
        """`beyond.headline_quotes`: words that headlines quote, and which texts have them."""
        from framing.comparison.content.beyond import headline_quotes

        return headline_quotes(self.scores)

    @close
    def opening_verbs(self) -> pl.DataFrame:
        """`opening_verbs.OPENING_VERBS`: says here, claims there, in the first sentences of the texts."""
        from framing.comparison.content.opening_verbs import opening_verbs

        return opening_verbs(self.scores.corpus, self.labels)

    @close
    def headline_hedges(self) -> pl.DataFrame:
        """`headline_hedges.HEADLINE_HEDGES`: words that one headline hedges and another says plainly: alleged coup."""
        from framing.comparison.content.headline_hedges import headline_hedges

        return headline_hedges(self.scores.corpus, self.labels)

    @close
    def headline_words(self) -> pl.DataFrame:
        """`headline_words.HEADLINE_WORDS`: words of different force by which headlines call one act or thing."""
        from framing.comparison.content.headline_words import headline_words

        return headline_words(self.scores.corpus, self.labels)

    @close
    def text_words(self) -> pl.DataFrame:
        """`text_words.TEXT_WORDS`: words of different force by which texts, in their own voice, call one thing."""
        from framing.comparison.content.text_words import text_words

        return text_words(self.scores.corpus, self.labels)

    @close
    def about(self) -> pl.DataFrame:
        """`about.ABOUT`: how much of each text is on the matter that the headlines share."""
        from framing.comparison.content.about import about

        return about(self.scores.corpus, self.labels, self.news)

    @property
    def one_event(self) -> bool:
        """Whether all texts may be of one event, by `about`: else little can be said of what one of them lacks."""
        return not self.about["one_event"].not_().any()

    @close
    def themes(self) -> pl.DataFrame:
        """`themes.THEMES`: which texts touch the war, the climate, the victims, and which have no word of it."""
        from framing.comparison.content.themes import themes

        return themes(self.scores.corpus, self.labels)

    @close
    def found(self) -> pl.DataFrame:
        """`found.FOUND`: themes found in the texts: words that go together in some and stand in no others."""
        from framing.comparison.content.found import found

        return found(self.scores.corpus, self.labels)

    @close
    def shared_phrases(self) -> pl.DataFrame:
        """`shared_phrases.SHARED_PHRASES`: phrases of all other reports of which a text has no word."""
        from framing.comparison.content.shared_phrases import shared_phrases

        return shared_phrases(self.scores.corpus, self.labels)

    @close
    def keywords(self) -> pl.DataFrame:
        """`keywords.KEYWORDS`: words that one report alone has, or all reports but one."""
        from framing.comparison.content.keywords import keywords

        return keywords(self.scores.corpus, self.labels)

    @close
    def epithets(self) -> pl.DataFrame:
        """`epithets.EPITHETS`: words that one report alone sets on people and groups."""
        from framing.comparison.content.epithets import epithets

        return epithets(self.scores.corpus, self.labels)

    @close
    def untold(self) -> pl.DataFrame:
        """`untold.UNTOLD`: sentences of one report of whose words the others have hardly one."""
        from framing.comparison.content.untold import untold

        return untold(self.scores.corpus, self.labels)

    @close
    def apart(self) -> pl.DataFrame:
        """`apart.APART`: how many sentences of each text are like one of another report."""
        from framing.comparison.content.apart import apart

        return apart(self.scores.corpus, self.labels)

    @close
    def told_elsewhere(self) -> pl.DataFrame:
        """`told_elsewhere.TOLD_ELSEWHERE`: sentences that several reports have, and a text hardly a word of."""
        from framing.comparison.content.told_elsewhere import told_elsewhere

        return told_elsewhere(self.scores.corpus, self.labels)

    @close
    def only(self) -> pl.DataFrame:
        """`only.ONLY`: what one report alone has, and what one or a few texts alone lack."""
        from framing.comparison.content.only import only

        return only(self.scores.corpus, self.labels)

    @close
    def numbers(self) -> pl.DataFrame:
        """`numbers.NUMBERS`: figures of independent reports for one thing that disagree."""
        from framing.comparison.content.numbers import numbers

        return numbers(self.scores.corpus, self.cited, self.labels)

    @close
    def rivals(self) -> pl.DataFrame:
        """`rivals.RIVALS`: sums and spans of time that speakers or reports give differently."""
        from framing.comparison.content.rivals import rivals

        return rivals(self.scores.corpus, self.cited, self.labels)

    @close
    def mismatches(self) -> pl.DataFrame:
        """`mismatches.MISMATCHES`: figures, times, dates and ages that seem to be of one thing and differ."""
        from framing.comparison.content.mismatches import mismatches

        told = pl.concat(frame.select("article", "start", "end") for frame in (self.numbers, self.rivals))
        return mismatches(self.scores.corpus, self.cited, told, self.labels)

    @close
    def degrees(self) -> pl.DataFrame:
        """`degrees.DEGREES`: one figure that texts put differently: *almost 5 per cent*, *less than 5 per cent*."""
        from framing.comparison.content.degrees import degrees

        return degrees(self.scores.corpus, self.labels)

    @close
    def outcomes(self) -> pl.DataFrame:
        """`outcomes.OUTCOMES`: what became of one thing, told otherwise: *was released*, *will be released*."""
        from framing.comparison.content.outcomes import outcomes

        return outcomes(self.scores.corpus, self.labels)

    @close
    def cited(self) -> pl.DataFrame:
        """`voices.attributions`: who is cited in every text, copies included, directly or not."""
        from framing.comparison.content.voices import attributions

        return attributions(self.scores, self.naming)

    @close
    def credited(self) -> pl.DataFrame:
        """`voices.quotations`: the quoted words of every text, copies included, and who says them."""
        from framing.comparison.content.voices import quotations

        return quotations(self.scores, self.naming)

    @close
    def speakers(self) -> pl.DataFrame:
        """`sides.SPEAKERS`: the words of each speaker in each text, direct and reported."""
        from framing.comparison.content.sides import speakers

        return speakers(self.scores, self.credited)

    @close
    def sourcing(self) -> pl.DataFrame:
        """`sourcing.SOURCING`: people without a name whom texts cite, and media that they credit."""
        from framing.comparison.content.sourcing import sourcing

        return sourcing(self.scores.corpus, self.cited)

    @close
    def shared_passages(self) -> pl.DataFrame:
        """`shared_passages.SHARED_PASSAGES`: what two reports print word for word, outside quotation marks."""
        from framing.comparison.content.shared_passages import shared_passages

        return shared_passages(self.scores.corpus, self.labels)

    @close
    def divided(self) -> pl.DataFrame:
        """`divided.DIVIDED`: persons and countries that some reports name, and others by no form."""
        from framing.comparison.content.divided import divided

        return divided(self.scores.corpus, self.labels)

    @close
    def slots(self) -> pl.DataFrame:
        """`slots.SLOTS`: the words that texts choose for the same thing: war or invasion, government or regime."""
        from framing.comparison.content.slots import slots

        return slots(self.scores.corpus)

    @close
    def described(self) -> pl.DataFrame:
        """`described.DESCRIBED`: what people are called beside their names: a lawyer, a landlord."""
        from framing.comparison.content.described import described

        return described(self.scores)

    @close
    def same_place(self) -> pl.DataFrame:
        """`same_place.SAME_PLACE`: different nouns between the same words of a sentence."""
        from framing.comparison.content.same_place import same_place

        return same_place(self.scores)

    @close
    def denials(self) -> pl.DataFrame:
        """`denials.DENIALS`: charges that the accused deny, and the texts that report them without the denial."""
        from framing.comparison.content.denials import denials

        return denials(self.scores.corpus, self.naming, self.labels)

    @close
    def answers(self) -> pl.DataFrame:
        """`answers.ANSWERS`: texts that report what somebody is accused of, with their answer or without any."""
        from framing.comparison.content.answers import answers

        return answers(self.scores.corpus, self.naming, self.labels)

    @close
    def accusations(self) -> pl.DataFrame:
        """`accusations.ACCUSATIONS`: charges, and clauses of accusing, that one report alone carries."""
        from framing.comparison.content.accusations import accusations

        return accusations(self.scores.corpus, self.naming, self.labels)

    @close
    def claims(self) -> pl.DataFrame:
        """`claims.CLAIMS`: claims that some texts check, and the texts that print them."""
        from framing.comparison.content.claims import claims

        return claims(self.scores.corpus, self.cited, self.credited, self.labels)

    @close
    def edges(self) -> pl.DataFrame:
        """`edges.EDGES`: what each text opens with, and who has its last word."""
        from framing.comparison.content.edges import edges

        return edges(self.scores.corpus, self.credited)

    @close
    def order(self) -> pl.DataFrame:
        """`order.ORDER`: where in each text the names, figures and speakers that others share come up first."""
        from framing.comparison.content.order import order

        return order(self.scores.corpus, self.credited, self.cited, self.news)

    @close
    def purposes(self) -> pl.DataFrame:
        """`purposes.PURPOSES`: the aims that texts give to the matter of the headlines."""
        from framing.comparison.content.purposes import purposes

        return purposes(self.scores.corpus, self.about["core"].to_list()[0], self.slots)

    @close
    def stitches(self) -> pl.DataFrame:
        """`versions.STITCHES`: sentences that a version of a report takes from another report."""
        from framing.comparison.texts.versions import stitches

        return stitches(self.scores.corpus, self.labels)
