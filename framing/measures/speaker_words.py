"""Words by which speakers are told: people, bodies, titles, and what stands between a subject and its verb."""

from __future__ import annotations

# People who are described and not named; the plain forms are sources of their own only as somebody: *a neighbour*.
PEOPLE = frozenset(
    "official source people person analyst expert critic observer aide diplomat insider lawmaker lawyer executive "
    "activist advocate adviser advisor economist scientist researcher investigator authority witness resident local "
    "engineer trader investor boss supporter opponent campaigner prosecutor historian scholar friend relative "
    "employee worker staffer teacher doctor soldier director manager officer operative strategist donor voter "
    "student parent neighbour neighbor survivor victim detractor ally leader organiser organizer protester migrant "
    "commentator pollster negotiator envoy delegate minister senator congressman governor mayor farmer villager "
    "refugee passenger patient nurse pupil driver shopper attendee fan conservative liberal republican democrat "
    "tory expat demonstrator onlooker rival colleague peer participant attorney counsel agent reporter journalist "
    "columnist blogger commenter user hardliner moderate nationalist unionist feminist environmentalist progressive "
    "veteran deputy legislator councillor councilor bishop priest cleric imam pastor fisherman shopkeeper owner "
    "tenant buyer seller banker broker academic professor biologist physicist climatologist psychologist "
    "sociologist epidemiologist surgeon judge academics member interviewer businessman businesswoman billionaire "
    "actress actor singer star caller listener reader viewer biker miner nominee candidate contender hopeful "
    "frontrunner front-runner delegate sheriff constable firefighter paramedic man woman boy girl teenager couple "
    "designer artist musician pilot driver retiree pensioner entrepreneur photographer contractor".split()
)
# By what they do for a living or where they are; with a capital and no article rather a surname: *Baker said*.
TRADES = frozenset(
    "clerk baker butcher barber carpenter plumber electrician mechanic welder mason bricklayer builder roofer "
    "plasterer painter decorator gardener florist grocer tailor shoemaker jeweller jeweler watchmaker blacksmith "
    "locksmith cleaner janitor caretaker porter doorman guard bodyguard waiter waitress bartender barman barmaid "
    "barista chef cook hairdresser trucker cabbie courier postman postwoman mailman sailor skipper mariner deckhand "
    "docker stevedore longshoreman ferryman boatman lifeguard steward stewardess cashier salesman saleswoman "
    "salesperson vendor merchant stallholder stall-holder retailer wholesaler innkeeper hotelier publican landlord "
    "landlady restaurateur accountant auditor bookkeeper receptionist librarian archivist curator translator "
    "interpreter lecturer tutor instructor trainer headteacher headmaster headmistress chaplain vicar rabbi nun monk "
    "missionary dentist pharmacist chemist physician midwife therapist physiotherapist psychiatrist vet veterinarian "
    "optician carer caregiver nanny childminder babysitter geologist astronomer mathematician statistician botanist "
    "zoologist ecologist oceanographer seismologist meteorologist virologist archaeologist anthropologist philosopher "
    "theologian linguist programmer developer technician architect surveyor planner inspector detective policeman "
    "policewoman trooper marine ranger gamekeeper beekeeper shepherd rancher grower winemaker brewer miller weaver "
    "potter sculptor poet novelist playwright dancer comedian filmmaker cameraman producer publisher printer "
    "bookseller jockey referee umpire footballer cricketer boxer swimmer athlete goalkeeper commuter motorist cyclist "
    "pedestrian bystander passer-by tourist traveller traveler hiker holidaymaker visitor guest "
    "homeowner householder taxpayer widow widower".split()
)
PEOPLE |= TRADES
OF_SOME = frozenset("one two three four five six some several many most both another others".split())  # *of them*
NOBODY = frozenset("no none nobody neither nor".split())
PLURAL_ONLY = frozenset("police authorities many some others several most".split())
FORCES = frozenset("police".split())  # that speak as one
SPOKES = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen".split())
# What belongs to somebody and speaks for them: *Holm's campaign*, *the Leeds council*.
BODIES = frozenset(
    "campaign office administration government team company department ministry agency police court committee party "
    "family staff union group organisation organization bank firm council board commission foundation army military "
    "embassy delegation coalition camp website magazine newspaper paper network channel club church school "
    "university institute association federation league authority parliament senate cabinet lawyers".split()
)
PLACES = frozenset("city state town county village government republic kingdom".split())  # *the city of Leeds said*
DOCUMENTS = frozenset(
    "poll polls survey surveys report reports study studies letter memo statement email emails e-mail filing "
    "complaint lawsuit indictment document documents records article editorial book figures data analysis affidavit "
    "bill resolution transcript post tweet tweets note advert ad audit review index estimate warrant ruling letters "
    "memos statements emails e-mails filings complaints research footage textbook platform website page "
    "announcements".split()
)
TITLES = frozenset(
    "president minister senator governor secretary chairman chairwoman chair chief director general attorney "
    "candidate nominee leader mayor judge justice professor analyst adviser advisor strategist economist executive "
    "officer manager spokesman spokeswoman spokesperson lawyer congressman congresswoman representative editor "
    "author host colonel captain major sergeant commissioner ambassador envoy counsel historian activist founder "
    "coordinator organiser organizer head deputy vice boss owner coach player actor actress singer star pollster "
    "scholar fellow scientist researcher wife husband father mother son daughter brother sister widow partner mate "
    "aunt uncle cousin predecessor successor author".split()
)
PREPOSITIONS = frozenset(
    "of for at in from with to on by about against near inside outside under among between across over along into "
    "toward towards behind including like as than amid after before since during without despite via per".split()
)
DETERMINERS = frozenset(
    "the a an this that these those its his her their our one two three four five six another".split()
)
OWNED = frozenset("the his her its their our".split())  # before a body by its noun
QUANTIFIERS = DETERMINERS | frozenset(
    "several some many most other few both all dozens hundreds thousands no any".split()
)
# Between a subject and its verb.
BETWEEN = frozenset(
    "has have had is are was were be been being also then later only earlier again once first now still just "
    "already did do does would will could may might should never himself herself themselves itself who today "
    "yesterday even too ever always often sometimes therefore however instead meanwhile monday tuesday wednesday "
    "thursday friday saturday sunday reportedly further long routinely both all".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# What may stand behind a speaker that follows its verb.
BEHIND = PREPOSITIONS | DAYS | frozenset("who in today yesterday when while as last this earlier later".split())
# What describes people further, behind the noun: *people familiar with it*, *lawyers for the mill*.
DESCRIBED = frozenset(
    "familiar close briefed involved with in at for from of on who near inside outside there across along".split()
)
PAST = frozenset(
    "said told wrote spoke thought sought saw knew felt found put made shot hit laid went read cast began held ran "
    "drew".split()
)
BE = frozenset("is are was were be been being".split())
NOT_NAMES = frozenset(
    "he she they it we i you who what that this these those there and but the if in so as yet nobody everybody one "
    "then now here not which when while a an or nor for on at by with from to of his her their its our my your some "
    "many others most several all both monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december after before since although though "
    "because however meanwhile still even just only also".split()
)
# With a capital behind a name they are its last word: *Nguyen Van An*.
LAST_NAMES = frozenset("an so to in on my you he no do by".split())
# Before a noun at the start of a sentence: *Recent reports*, *New claims*.
MODIFIERS = frozenset(
    "recent new latest fresh early earlier later previous past initial preliminary further additional similar other "
    "such certain numerous multiple various different official unofficial local foreign international public private "
    "internal independent unconfirmed conflicting false critical media press news".split()
)
SUBORDINATE = frozenset("if when while although though because since after before as that whether unless until".split())
PARTIES = frozenset("republicans democrats conservatives liberals tories socialists greens nationalists".split())
PARTY = frozenset("democrat republican independent labour conservative tory r d i".split())
PARTICLES = frozenset(
    "of and & the de del van von der den bin al la le for du da dos el ibn y di zu ter abu bint das af av lo della "
    "dello delle degli dei dal dalla vom zum zur bat ben".split()
)
MARKS = frozenset("\"'")
# Words of times that stand between a subject and its verb, and what they begin with.
TIMES = DAYS | frozenset(
    "january february march april may june july august september october november december week weeks month months "
    "year years morning night afternoon evening weekend day days past spring summer autumn fall winter time again "
    "ago".split()
)
IN_TIME = frozenset("this last next that on in at earlier late early once the of same over".split()) - {"next"}
# *Seemed to say*: whose subject is that of the infinitive.
CONTROL = frozenset(
    "continued continues continue continuing seemed seems seem appeared appears appear tried tries try trying "
    "struggled struggling began begins begin like likes liked moved rushed hastened hesitated used happened "
    "proceeded paused rose working sought seeking".split()
)
# No noun phrase goes over these.
CLAUSES = frozenset(
    "that who which whom when while because if although though but or he she it they we you i what how why not "
    "whether where said says".split()
)
# What describes a noun further, and is no verb of its own there.
PARTICIPLES = frozenset(
    "interviewed polled surveyed released obtained published conducted commissioned led signed filed known issued "
    "written reviewed quoted based seen involved named called posted sent led opposed aligned posted unveiled "
    "reached affected trained hired described".split()
)
HAVE = frozenset("has have had having".split())
# Verbs that are as likely nouns.
NOUNS = frozenset(
    "attack attacks report reports call calls post posts tweet tweets claim claims demand demands comment comments "
    "support promise challenge challenges remark remarks state states signal signals fear fears hope hopes plans "
    "answer answers show shows estimate estimates doubt doubts voice voices".split()
)
# What somebody says, as a noun: *Holm's claim that*; those that are no verb; and what follows them.
NOMINAL_ONLY = frozenset(
    "criticism assertion assertions accusation accusations allegation allegations argument arguments insistence "
    "contention denial denials suggestion suggestions announcement statement statements endorsement opposition "
    "complaint complaints admission refusal threat threats response defence defense".split()
)
NOMINAL = NOMINAL_ONLY | frozenset(
    "claim claims attack attacks comment comments remark remarks call calls promise promises pledge pledges warning "
    "warnings demand demands support question questions answer praise".split()
)
ABOUT = frozenset("that about on was".split())
