"""What the texts say, frame by frame: passages of several texts set beside each other, with their places.

A frame is made by the function of its name in the module of its name (`voices` makes `sources`), cached as a property
of `Comparison`, told in `docs/codebook.md`, and stated in words by the file of that name in `statements/`, if any.
Which one answers which question:

    Whose words, and which
    sources         who is given the word in each outlet, and how many words?
    speakers        the same for each text, quoted and reported apart, with sides and parties
    sourcing        who is cited without a name, and which other media?
    remarks         what does a text say of its own reporting (no answer, not verified, an interest)?
    quotations      one remark quoted in several texts: in which different words?
    changed_words   one remark word for word, but for a word or two: which?
    cuts            one remark word for word: who prints less of it?
    gaps            what stands elsewhere where a quotation has three dots?
    retold          one remark: quoted here, told without quotation marks there
    shared_quotations  which quoted words do some reports print, and others not at all?
    picks           several remarks of one speaker: which does each text quote?
    (`whose`, without a frame: which words have two speakers, one in each text?)

    Figures
    numbers         do counts and prices with a set phrase agree (killed, crude at $41 a barrel)? `tallies` reads more
                    of these phrases (crowds, strikers, payments), `prison` terms
    rivals          do sums and spans of a listed thing agree (raise, budget, strike), also as speakers give them?
    mismatches      does any other figure differ whose neighbouring words are the same? `quantities` reads amounts,
                    `moments` times, dates, votes and ages, `alike` weighs signs where no one word tells; what
                    `numbers` and `rivals` tell is left out
    degrees         one figure: which text makes it great (almost 5 %), which small (less than 5 %)?
    outcomes        what became of one thing: done here, still to come there (as `deeds` reads it)
    (modules without a frame: `figures` finds a value anywhere, for items and omissions; `givers` tells whose figure
    it is, `tolls` which is the count of all; `units` holds the words for them)

    What is there and what is not
    coverage        which shared names and figures does each outlet mention, and where?
    only            which names and words has one report alone, or all but one?
    divided         which persons and countries do some reports name, and others by no form?
    shared_passages  what do two reports have word for word, outside quotation marks?
    themes          which listed theme (war, climate) has a text no word of?
    found           which words go together in some texts and stand in no others?
    shared_phrases  which phrase of all others has a text no word of?
    keywords        which single word does one report alone come back to, which has every report but one?
    untold          which sentences has one report alone, by its words?
    told_elsewhere  of which sentence that others have has a text hardly a word?
    apart           how many sentences of a text are like one of another report?
    (modules without a frame: `places` and `posts`, what else means a country, and what stands beside a name)
    accusations     what is somebody accused of in one report alone?
    denials         a charge that several report: who leaves the denial out?
    answers         whatever somebody is accused of: who prints no answer of theirs?
    claims          what somebody says: who sets a fact against it?

    Which words are chosen
    naming          by what names and descriptions are the actors called? `pronouns` counts *he* and *she*
    described       what is a person called beside the name (a lawyer, a landlord)?
    epithets        which words does one report alone set on people (far-left, unarmed)?
    slots           which of several listed words (war, invasion) does each text use?
    same_place      which other word stands in one and the same sentence (rioters, protesters)?
    purposes        what does each text say that it is for?

    The headline and the order
    headlines       who has the word in the headline, with which verb?
    opening_verbs   who says in the first sentences of one text what they claim in another's?
    headline_hedges  which word has a hedge in one headline and none in another?
    headline_words  which words of different force do headlines have for one act or thing?
    text_words      and which have whole texts, in their own voice (protests, uprising)?
    beyond          what of the headline has the text no word of?
    edges           what does a text open with, who has its last word?
    order           where does each text bring what all share?
    about           how much of a text is on the matter, and are all of one event?

Frames on whole texts (copies, versions, rewrites, news) are in `texts/`.
"""
