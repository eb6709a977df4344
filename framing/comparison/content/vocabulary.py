"""Closed lists of English words that items, naming and distinctive words need. Small on purpose.

Open classes (who is a person, what is a place) are not listed: they are told from the texts.
"""

from __future__ import annotations

from framing.measures.speaker_words import PARTIES as MEMBERS

# A pattern: that something is not so. What else may say it (*denied*, *without*) is added where it matters.
NEGATION = r"(?:\b(?:not|never|no|nobody|none|cannot|neither|nor|nothing)\b|n['’]t\b)"
STOP = frozenset(
    """a about above according across after again against ago all almost alone along already also although always am
    among an and another any anybody anyone anything are aren't around as at away back be became because become
    becomes been before behind being below beside besides best between beyond both but by came can can't cannot come
    comes could couldn't did didn't do does doesn't doing done don't down due during each either else enough even ever
    every everybody everyone everything far few first for from further gave get gets getting give given gives go goes
    going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his
    how however i i'd i'll i'm i've if in indeed inside instead into is isn't it it's its itself just keep keeps kept
    last later least less let let's like likely made make makes making many may maybe me mean meanwhile might mine
    more most much must my myself near nearly neither never next no nobody none nor not nothing now of off often on
    once one ones only onto or other others otherwise ought our ours ourselves out outside over own part per perhaps
    put quite rather really said same saw say saying says see seem seemed seems seen shall she she'd she'll she's
    should shouldn't since so some somebody someone something sometimes somewhat soon still such take taken takes
    taking than that that's the their theirs them themselves then there there's therefore these they they'd they'll
    they're they've thing things this those though through throughout thus to together told too took toward towards
    under unless until up upon us used very via was wasn't way we we'd we'll we're we've well went were weren't what
    what's whatever when whenever where whereas whether which while who who's whoever whole whom whose why will with
    within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves mr mrs
    ms dr""".split()
)
NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    hundreds thousands millions billions dozen dozens half third quarter fifth tenth first second per cent percent
    bn""".split()
)
MONTHS = {
    name: number // 2 + 1
    for number, name in enumerate(
        "january jan february feb march mar april apr may may june jun july jul august aug september sep october oct "
        "november nov december dec".split()
    )
} | {"sept": 9}
CALENDAR = frozenset(
    """january february march april june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun christmas easter""".split()
)  # without "may": a capital May inside a sentence is told by the number beside it
# Words before a name that say an office: "Commerce Secretary", "First Deputy Energy Minister".
TITLES = frozenset(
    """excellency highness majesty eminence honourable honorable
    president vice prime minister secretary chancellor senator sen rep representative congressman congresswoman
    governor gov mayor king queen prince princess pope judge justice general gen colonel col captain capt lieutenant lt
    sergeant sgt major admiral adm commander chief chairman chairwoman chair ceo cfo executive director spokesman
    spokeswoman spokesperson deputy first acting former attorney professor prof dr mr mrs ms miss sir lord lady dame
    inspector prosecutor doctor detective superintendent constable secretary-general attorney-general
    director-general lawyer coach archbishop councillor councilman councilwoman analyst economist lieutenant-general
    rev reverend bishop cardinal imam sheikh ayatollah ambassador envoy speaker premier commissioner editor
    leader majority minority whip counsel counselor supervisor sheriff advisor adviser aide candidate nominee officer
    correspondent reporter host anchor assistant undersecretary treasurer comptroller trustee delegate
    assemblyman assemblywoman alderman vice-president president-elect senator-elect pastor taoiseach potus flotus vp
    ceos asst sens reps govs agent special coordinator administrator co-founder founder strategist pollster marine
    organizer senators representatives governors presidents detectives agents activist columnist historian comedian
    rapper co-chair pm tem tempore
    co-chairman co-chairwoman journalist author actor actress singer
    justices""".split()
)
# What people do, at the start of a sentence before a name: "Deckhand Joe Sillars". No first names (Hunter, Carter).
OCCUPATIONS = frozenset(
    """deckhand hydrologist nurse pensioner jeweller jeweler farmer teacher engineer epidemiologist virologist
    climatologist meteorologist seismologist geologist biologist physicist chemist ecologist sociologist psychologist
    psychiatrist surgeon physician paramedic firefighter plumber carpenter electrician builder shopkeeper shopper
    resident villager student organiser campaigner driver trucker fisherman lifeguard goalkeeper midfielder defender
    striker manager retiree architect researcher scientist academic demographer criminologist oncologist cardiologist
    paediatrician pediatrician midwife waiter waitress barista hairdresser housewife homeowner landlord tenant
    protester demonstrator marcher passenger commuter survivor eyewitness bystander neighbour neighbor neighbor
    schoolteacher headteacher headmaster lecturer barrister solicitor pilot conductor welder dockworker miner
    steelworker""".split()
)
# Words that belong to the names of bodies, so that what "of" and "for" add is part of the name.
BODIES = frozenset(
    """bureau department ministry office house university college school bank court council group committee commission
    board agency authority institute institution centre center foundation association federation confederation
    league union organisation organization republic republics kingdom state states academy chamber church party
    parliament congress senate assembly society fund forum alliance army navy guard force forces police service
    services administration secretary ministers minister bay gulf strait isle city port bank museum hospital trust
    network company corporation post times daily journal news today herald tribune gazette press media television
    radio studies rights campaign initiative programme program project centers centres protection control prevention
    chiefs coalition caucus mission district corps gallery library front observatory""".split()
)
# Words that begin the names of bodies: at the start of a sentence, too, they belong to one.
BODY_LEADS = frozenset("national international american federal royal central european african asian world".split())
# Offices whose "of" and "for" say what they are for: "Secretary of State", "Minister for Trade and Industry".
OFFICES = frozenset(
    "secretary minister undersecretary director head chief commissioner attorney assistant general coordinator envoy "
    "ambassador administrator adviser advisor".split()
)
# What bodies are for: between two of these, or before a body, "and" is part of the name.
TOPICS = frozenset(
    """securities trade industry energy health food drug drugs customs border immigration housing citizenship urban
    consumer
    environment environmental agriculture culture media sport sports arts science sciences technology education human
    labor labour pensions work transport transportation commerce development security defense defence justice home
    foreign interior
    ways oversight intelligence firearms alcohol tobacco explosives veterans nuclear oil gas water power land fisheries
    rural climate business innovation competition markets budget finance planning research statistics law order
    prevention disease investment tax revenue management medicine engineering oceanic aeronautics space ocean press
    homeland judiciary relations means control faith freedom diplomatic affairs gay lesbian fire rescue emergency parks
    recreation archives records ethics public policy families
    children women equality safety communications information economic economy social welfare tourism mines
    mining reform vaccines allergy forestry wildlife fish aviation maritime ports railways roads infrastructure
    treasury shadow
    heritage monuments museums antiquities libraries buildings highways waterways harbours shipping geology minerals
    petroleum electricity telecommunications broadcasting youth disability universities training employment patents
    trademarks copyright insurance imports exports procurement elections census registration asylum refugees migration
    population prisons probation munitions veterinary nutrition""".split()
)
PAIRS = frozenset(
    {("ways", "means"), ("trinidad", "tobago"), ("bosnia", "herzegovina"), ("antigua", "barbuda"), ("marks", "spencer"),
     ("procter", "gamble"), ("johnson", "johnson"), ("ernst", "young"), ("standard", "poor"), ("tyne", "wear"),
     ("black", "decker"), ("rolls", "royce"), ("saint", "nevis"), ("newfoundland", "labrador"), ("dungeons", "dragons"),
     ("victoria", "albert"), ("brighton", "hove"), ("hammersmith", "fulham"), ("kensington", "chelsea")}
)  # fmt: skip
PARTICLES = frozenset("de la le du des da dos das di del della van von der den zu zur al el bin ibn bint".split())
# Words that a number belongs to: "Flight 370", "No. 10", "Boeing 737". Such a number names, it counts nothing.
NUMBERED = frozenset(
    """flight no number boeing airbus apollo article route highway formula resolution section title chapter psalm
    channel radio bbc ftse nasdaq dow stoxx nikkei group falcon iphone galaxy windows area district room gate unit
    model p s page volume act line platform pier berth terminal runway junction exit interstate motorway autobahn mirage
    su mig f b t bill sb hb proposition phase stage level tier grade class type mark version agenda protocol vision
    horizon covid sars expo euro""".split()
)
COMPANY = frozenset(
    """inc corp corporation ltd limited llc plc ag se sa nv co company group holdings holding technologies technology
    industries motors airlines airways electronics pharmaceuticals circuits semiconductor semiconductors bank energy
    systems partners capital works steel""".split()
)
DEMONYMS = {
    "China": "Chinese", "United States": "American", "Russia": "Russian", "Britain": "British", "Germany": "German",
    "France": "French", "Italy": "Italian", "Spain": "Spanish", "Japan": "Japanese", "India": "Indian",
    "Ukraine": "Ukrainian", "Iran": "Iranian", "Israel": "Israeli", "Turkey": "Turkish", "Poland": "Polish",
    "Netherlands": "Dutch", "Belgium": "Belgian", "Sweden": "Swedish", "Norway": "Norwegian", "Denmark": "Danish",
    "Finland": "Finnish", "Switzerland": "Swiss", "Austria": "Austrian", "Hungary": "Hungarian", "Greece": "Greek",
    "Portugal": "Portuguese", "Ireland": "Irish", "Canada": "Canadian", "Mexico": "Mexican", "Brazil": "Brazilian",
    "Argentina": "Argentine", "Chile": "Chilean", "Colombia": "Colombian", "Venezuela": "Venezuelan",
    "Cuba": "Cuban", "Egypt": "Egyptian", "South Africa": "South African", "Nigeria": "Nigerian",
    "Kenya": "Kenyan", "Ethiopia": "Ethiopian", "Saudi Arabia": "Saudi", "Syria": "Syrian", "Iraq": "Iraqi",
    "Afghanistan": "Afghan", "Pakistan": "Pakistani", "Bangladesh": "Bangladeshi", "Indonesia": "Indonesian",
    "Malaysia": "Malaysian", "Vietnam": "Vietnamese", "Thailand": "Thai", "Philippines": "Philippine",
    "Taiwan": "Taiwanese", "South Korea": "South Korean", "North Korea": "North Korean", "Australia": "Australian",
    "New Zealand": "New Zealander", "Europe": "European", "Africa": "African", "Asia": "Asian",
    "Palestine": "Palestinian", "Lebanon": "Lebanese", "Czech Republic": "Czech", "Romania": "Romanian",
    "Bulgaria": "Bulgarian", "Serbia": "Serbian", "Scotland": "Scottish", "Wales": "Welsh", "England": "English",
    "Belarus": "Belarusian", "Kazakhstan": "Kazakh", "Kyrgyzstan": "Kyrgyz", "Qatar": "Qatari", "Kuwait": "Kuwaiti",
    "Yemen": "Yemeni", "Libya": "Libyan", "Korea": "Korean",
}  # fmt: skip
NATIONS = frozenset(word.lower() for form in DEMONYMS.values() for word in (form, f"{form}s"))
# Words with a capital that are nobody's names.
ADJECTIVES = NATIONS | frozenset(
    "western eastern northern southern soviet communist tv presidential congressional senatorial gubernatorial federal "
    "mayoral republican-led democratic-led jewish muslim christian catholic islamic islamist midwestern hispanic "
    "latino arab kurdish sunni "
    "guatemalan honduran salvadoran haitian jamaican peruvian bolivian ecuadorian panamanian nicaraguan tunisian "
    "algerian moroccan sudanese somali ugandan rwandan ghanaian senegalese congolese zimbabwean jordanian emirati "
    "omani bahraini uzbek tajik armenian georgian azerbaijani moldovan latvian lithuanian estonian slovak slovenian "
    "croatian bosnian albanian icelandic maltese cypriot nepalese burmese cambodian laotian mongolian singaporean "
    "shiite hindu sikh orthodox constitutional african-american texan californian".split()
)
# People who give a body its name: "Citizens for Responsibility", "Doctors for America".
CROWDS = frozenset(
    "citizens americans people women men mothers moms students doctors lawyers scholars physicians veterans families "
    "parents friends workers scientists nurses voters teachers republicans democrats".split()
)
# Nouns that now and then stand with a capital inside a sentence, and then are still no names.
COMMON = frozenset(
    """account action afternoon agenda agreement airport alert amendment animals anniversary announcement answer app
    appeal area avenue avenues award baby banks bear beer bible billions bird black blue boat book border branch
    bread bridge brother budget building bus business camp cancer capital car cars case cat cause celsius chance
    chapter child children choice christian christians christmas church circuit cities citizen citizens city class
    clause climate club coach coal code coffee companies company condition conference constitution consulate
    contact contract countries country county court credit crime crisis dad day days deal dear death debate
    decision deficit democracy depression disease district doctor doctors dog dozens driver drug drugs earth
    economy education eighth election elections electricity email emergency energy enforcement ethics evening
    event everybody evidence executive facts fahrenheit families family farm father fear female fifth file final
    fire first fish fix flag flood flu food force founder fourth free freedom friend friends furious future game
    gas general girl god gold good government great green ground group gun gunman guns hall hands happened head
    health hearing heart heaven hell help hepatitis heroes highway history home hope horse hospital hotel hour
    human hundreds hurricane husband image impeach income independence industry inquiry insurance internet iron
    issue jews job jobs journalism journalists judge judges jury justice key lake land law lawmakers laws lawyer
    lead leaders leadership legislature letter liberty lies life light lion list live loan loans local location
    lots love male man mandate map market marriage mass medicine meeting member members men message military
    millions mission mom money month moon morning mother movement muslims myth nation national nations nature need
    new news newsroom night ninth nobody note number nurse office officer officials oil opinion order page
    pandemic paper parent part party password pastor peace pension people person phase photo picture place plan
    plane planet plant police policy pool poor power pregnancy president press price prison privacy problem
    program progress project property protest pub public question race rain reason record reform report reporters
    research responders responsibility rest result review right rights river road role room rule rules safety
    savings school schools science season second secret security service seventh ship shooter shooting side sister
    site sixth sky snow society son source space special speech spirit staff stage standard star stars start state
    statement states station steel stock store storm story street streets strike student students summer sun
    support supreme surgery suspect system table tax taxpayers tea teacher teachers team television tenth terror
    test thing third thousands tiger time title today tomorrow tonight tornado town towns trade train travel
    treaty trial troops truck trucks truth tunnel union unity university update vaccine victim victims victory
    video view violence virus vote voters voting wall war water way wealth weather web website week weekend white
    wife wine winner winter witness woman women word words work worker workers world writer year yesterday youth
    zone plaintiff plaintiffs defendant defendants duchess duke mama momma embassy moderate response campaign
    communications operations borough
    precinct left borders bribery treason crimes misdemeanors
    hoax dignity opportunity article smiles
    supporters opponents arrivals""".split()
)
# Short forms of first names with what they stand for.
NICKNAMES = {
    "joe": "joseph", "mike": "michael", "bob": "robert", "rob": "robert", "bill": "william", "will": "william",
    "jim": "james", "tom": "thomas", "dick": "richard", "rick": "richard", "jack": "john", "liz": "elizabeth",
    "kate": "katherine", "chuck": "charles", "tony": "anthony", "dave": "david", "ken": "kenneth", "larry": "lawrence",
    "andy": "andrew", "ted": "edward", "ed": "edward", "steve": "stephen", "pat": "patrick", "tim": "timothy",
    "jerry": "gerald", "don": "donald", "ron": "ronald", "nick": "nicholas", "bibi": "benjamin", "ben": "benjamin",
    "sam": "samuel", "debbie": "deborah",
    "sue": "susan", "cathy": "catherine", "greg": "gregory", "peggy": "margaret",
    "alex": "alexander", "bernie": "bernard",
}  # fmt: skip
# The states of the United States, in small letters; none that is a person's name as well.
STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri nebraska nevada
    ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming columbia""".split()
) | {"new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina", "north dakota",
     "south dakota", "west virginia", "rhode island", "puerto rico", "virginia", "georgia", "montana"}  # fmt: skip
# How texts write these states in short, with a stop behind a town, and last the postal code.
STATES_IN_SHORT = {
    "Alabama": "Ala. AL", "Alaska": "AK", "Arizona": "Ariz. AZ", "Arkansas": "Ark. AR", "California": "Calif. CA",
    "Colorado": "Colo. CO", "Connecticut": "Conn. CT", "Delaware": "Del. DE", "Florida": "Fla. FL",
    "Georgia": "Ga. GA", "Hawaii": "HI", "Idaho": "ID", "Illinois": "Ill. IL", "Indiana": "Ind. IN", "Iowa": "IA",
    "Kansas": "Kan. KS", "Kentucky": "Ky. KY", "Louisiana": "La. LA", "Maine": "ME", "Maryland": "Md. MD",
    "Massachusetts": "Mass. MA", "Michigan": "Mich. MI", "Minnesota": "Minn. MN", "Mississippi": "Miss. MS",
    "Missouri": "Mo. MO", "Montana": "Mont. MT", "Nebraska": "Neb. NE", "Nevada": "Nev. NV",
    "New Hampshire": "N.H. NH", "New Jersey": "N.J. NJ", "New Mexico": "N.M. NM", "New York": "N.Y. NY",
    "North Carolina": "N.C. NC", "North Dakota": "N.D. ND", "Ohio": "OH", "Oklahoma": "Okla. OK", "Oregon": "Ore. OR",
    "Pennsylvania": "Pa. PA", "Rhode Island": "R.I. RI", "South Carolina": "S.C. SC", "South Dakota": "S.D. SD",
    "Tennessee": "Tenn. TN", "Texas": "Tex. TX", "Utah": "UT", "Vermont": "Vt. VT", "Virginia": "Va. VA",
    "Washington": "Wash. WA", "West Virginia": "W.Va. WV", "Wisconsin": "Wis. WI", "Wyoming": "Wyo. WY",
}  # fmt: skip
# Words of the names of papers and broadcasters: "Washington Examiner" is nobody, and Washington is not short for it.
PAPERS = frozenset(
    """examiner observer mail guardian telegraph independent star monitor review inquirer chronicle globe sun mirror
    express record courant sentinel register dispatch bee caller beast wire hill reporter weekly magazine tonight
    show""".split()
)
# Names that end as words do which open a sentence: "Sterling", "Mohammed".
NAMED_SO = frozenset(
    """sterling fleming browning harding golding billy kelly sally molly emily polly holly lily italy sicily reed reid
    jared alfred ahmed mohammed mohamed muhammed hamed manfred wilfred winifred mildred boeing reading viking bering
    kipling dowling keeling darling downing manning channing keating ewing irving king ming xing ling beijing nanjing
    chongqing wyoming redding banning rowling pauling corning stirling freed creed saeed sayed waheed rashed khaled
    naveed beverly""".split()
)
# Words for the people of a party; alone, they are the party.
PARTIES = frozenset("republican republicans democrat democrats democratic gop tory tories".split())
COUNTED = NATIONS | PARTIES | MEMBERS  # *Two Liberals*: how many there are is no part of a name
# With these a party's word belongs to a longer name: "Liberal Democrats", "Republican National Convention".
PARTY_NAMES = frozenset(
    "liberal christian social sweden free young college convention conference socialists unionists leadership "
    "primary debate act bill amendment front alliance movement union league forum congress republic action voice "
    "rally bloc coalition centre".split()
) | {"log cabin"}
# Words that open a sentence before a name and are no part of it, besides those in -ing and -ed: "Adopt Huawei".
OPENING_VERBS = frozenset(
    """adopt allow ask avoid ban block build buy call cancel close cut defeat defend despite drop elect end expect
    exclude expel fight follow force get give help hear impeach invite join keep let like listen look make meet move
    need oppose passed pay protect punish put read reject remember remove replace save see sell send set show stop
    support take tell thank try turn use visit vote want watch welcome win controversial embattled disgraced
    conservative liberal outgoing incoming veteran longtime critics supporters allies officials lawmakers senators
    prosecutors
    police secure""".split()
)
# Labels in capitals that papers set before a line: "RELATED San Francisco".
LABELS = frozenset(
    """related read watch more exclusive breaking update updated updates photos photo video videos opinion analysis
    live listen subscribe advertisement""".split()
)
# Function words that are no part of a name they stand before: "By John Roe", "When Trump".
SMALL_WORDS = frozenset(
    """about after although and as at because before but by for from he her his how if in into it its my not of on or
    our she since so that their then there these they this those though through to under unless until we what when
    where whether which while who why with you your yet still please dear
    i i'm i've i'll i'd i’m i’ve i’ll i’d""".split()
)
# Names of the same thing that texts seldom explain: "the U.S.".
WORLD = {
    "United States": ("US", "USA", "U.S.", "U.S.A.", "United States of America", "America"),
    "United Kingdom": ("UK", "U.K.", "Britain", "Great Britain"),
    "European Union": ("EU", "E.U."),
    "United Nations": ("UN", "U.N."),
    "Group of Seven": ("G7", "G-7", "Group of Seven Nations", "Group of Seven Nation"),
    "Group of 20": ("G20", "G-20"),
    "NATO": ("Nato", "North Atlantic Treaty Organization"),
    "OPEC": ("Opec",),
    "World Health Organization": ("WHO",),
    "International Monetary Fund": ("IMF",),
    "White House": (),
}
# Other spellings and names of one place or person.
SAME = {
    "Kyiv": ("Kiev",), "Kharkiv": ("Kharkov",), "Odesa": ("Odessa",), "Lviv": ("Lvov",), "Myanmar": ("Burma",),
    "Turkey": ("Türkiye",), "Czech Republic": ("Czechia",), "Beijing": ("Peking",), "Timor-Leste": ("East Timor",),
    "Ivory Coast": ("Côte d'Ivoire", "Cote d'Ivoire"), "Cape Verde": ("Cabo Verde",), "Netherlands": ("Holland",),
    "Belarus": ("Byelorussia",), "Gambia": ("The Gambia",), "Vatican": ("Holy See", "Vatican City"),
    "Democratic Republic of the Congo": ("Democratic Republic of Congo", "DR Congo", "DRC", "Congo-Kinshasa"),
    "Republic of the Congo": ("Congo-Brazzaville",), "Moldova": ("Republic of Moldova",),
    "Ho Chi Minh City": ("Saigon",),
    "Laos": ("Lao",), "Brunei": ("Brunei Darussalam",), "Micronesia": ("Federated States of Micronesia",),
    "Affordable Care Act": ("Obamacare",), "Obamacare": ("Affordable Care Act",),
    "Mumbai": ("Bombay",), "Kolkata": ("Calcutta",), "Chennai": ("Madras",), "Yangon": ("Rangoon",),
    "Eswatini": ("Swaziland",), "North Macedonia": ("Macedonia",), "Xinjiang": ("Sinkiang",),
    "Hezbollah": ("Hizbollah", "Hizbullah"), "Islamic State": ("ISIS", "ISIL", "Daesh"),
    "Al-Qaeda": ("Al-Qaida", "Qaeda"), "Gaza": ("Gaza Strip",), "Federal Reserve": ("Fed",),
    "Republicans": ("Republican", "Republican Party", "GOP", "Grand Old Party"),
    "Democrats": ("Democrat", "Democratic", "Democratic Party", "Dems", "Dem"), "COVID-19": ("Covid", "Covid 19"),
    "CDC": ("Centers for Disease Control and Prevention", "Centers for Disease Control", "Center for Disease Control"),
    "CMS": ("Centers for Medicare and Medicaid Services", "Centers for Medicare & Medicaid Services"),
    "NYPD": ("New York Police Department", "New York City Police Department", "New York City Police"),
    "LAPD": ("Los Angeles Police Department",),
    "FBI": ("F.B.I.", "Federal Bureau of Investigation"), "CIA": ("C.I.A.", "Central Intelligence Agency"),
    "Washington": ("D.C.", "Washington D.C.", "District of Columbia"), "Johnson & Johnson": ("J&J",),
    "Alabama": ("Ala",), "Arizona": ("Ariz",), "Arkansas": ("Ark",), "California": ("Calif",), "Colorado": ("Colo",),
    "Connecticut": ("Conn",), "Florida": ("Fla",), "Kansas": ("Kan",), "Michigan": ("Mich",), "Minnesota": ("Minn",),
    "Nebraska": ("Neb",), "Nevada": ("Nev",), "New Hampshire": ("N.H.",), "New Jersey": ("N.J.",),
    "New Mexico": ("N.M.",), "New York": ("N.Y.",), "North Carolina": ("N.C.",), "North Dakota": ("N.D.",),
    "Oklahoma": ("Okla",), "Pennsylvania": ("Penn",), "Rhode Island": ("R.I.",), "South Carolina": ("S.C.",),
    "South Dakota": ("S.D.",), "Tennessee": ("Tenn",), "Texas": ("Tex",), "West Virginia": ("W.Va.", "W.Va"),
    "Wisconsin": ("Wis",),
}  # fmt: skip
# Surnames that stand before the first name: "Xi Jinping" is "Xi".
BEHIND_NAMES = frozenset("MP MSP MEP MLA TD QC KC CBE OBE MBE".split())  # Ada Holm MP
BENCHES = frozenset(  # before *and* in the name of one court: *Family and Civil Court*
    """circuit district federal family civil criminal high appeal appeals magistrates county crown juvenile commercial
    administrative probate property labour labor""".split()
)
SURNAME_FIRST = frozenset(
    """xi li wang kim lee park moon yoon chen zhang liu hu zhao wen deng mao ma lam tsai ho ng nguyen tran jiang sun qin
    han wu huang zhou xu yang lin he guo luo liang song tang feng yu dong xiao cao peng zeng choi jung kang cho jang lim
    shin hwang ahn pham phan vo dang bui do orban""".split()
)
# Nouns of descriptions, in the singular, by what they can mean.
PERSONS = frozenset(
    """president leader chief minister chancellor premier strongman dictator autocrat tyrant tycoon billionaire magnate
    mogul boss candidate politician lawmaker senator governor mayor king queen prince pope judge general commander
    veteran populist firebrand hardliner reformer businessman businesswoman entrepreneur activist dissident
    incumbent""".split()
)
HEADS = {
    "company": frozenset(
        """company firm giant group maker manufacturer vendor supplier behemoth champion conglomerate corporation
        business titan heavyweight producer developer operator colossus multinational enterprise carmaker chipmaker
        automaker startup start-up monopolist monopoly juggernaut""".split()
    ),
    "person": PERSONS,
    "state": frozenset("""regime government administration empire superpower dictatorship tyranny autocracy""".split()),
    "body": frozenset("department ministry agency bureau watchdog regulator commission".split()),
}
# Of these nouns there are many in any text: they need the country or a name beside them.
WEAK = frozenset("government administration group business department agency general".split())
# Cities and houses that stand for a government: to say that a text leaves one out says nothing.
SEATS = {
    "Moscow": "Russia", "Kremlin": "Russia", "Beijing": "China", "Washington": "United States",
    "London": "United Kingdom", "Whitehall": "United Kingdom", "Downing Street": "United Kingdom",
    "Westminster": "United Kingdom",
    "White House": "United States", "Pentagon": "United States", "Capitol Hill": "United States",
    "Brussels": "European Union", "Berlin": "Germany", "Paris": "France", "Rome": "Italy", "Madrid": "Spain",
    "Tokyo": "Japan", "New Delhi": "India", "Delhi": "India", "Kyiv": "Ukraine", "Tehran": "Iran",
    "Jerusalem": "Israel", "Tel Aviv": "Israel", "Ankara": "Turkey", "Warsaw": "Poland", "The Hague": "Netherlands",
    "Stockholm": "Sweden", "Oslo": "Norway", "Copenhagen": "Denmark", "Helsinki": "Finland", "Bern": "Switzerland",
    "Vienna": "Austria", "Budapest": "Hungary", "Athens": "Greece", "Lisbon": "Portugal", "Dublin": "Ireland",
    "Ottawa": "Canada", "Mexico City": "Mexico", "Brasilia": "Brazil", "Buenos Aires": "Argentina",
    "Santiago": "Chile", "Bogota": "Colombia", "Caracas": "Venezuela", "Havana": "Cuba", "Cairo": "Egypt",
    "Pretoria": "South Africa", "Abuja": "Nigeria", "Nairobi": "Kenya", "Addis Ababa": "Ethiopia",
    "Riyadh": "Saudi Arabia", "Damascus": "Syria", "Baghdad": "Iraq", "Kabul": "Afghanistan",
    "Islamabad": "Pakistan", "Dhaka": "Bangladesh", "Jakarta": "Indonesia", "Kuala Lumpur": "Malaysia",
    "Hanoi": "Vietnam", "Bangkok": "Thailand", "Manila": "Philippines", "Taipei": "Taiwan", "Seoul": "South Korea",
    "Pyongyang": "North Korea", "Canberra": "Australia", "Wellington": "New Zealand", "Minsk": "Belarus",
    "Astana": "Kazakhstan", "Bishkek": "Kyrgyzstan", "Doha": "Qatar", "Tripoli": "Libya", "Beirut": "Lebanon",
    "Prague": "Czech Republic", "Bucharest": "Romania", "Sofia": "Bulgaria", "Belgrade": "Serbia",
}  # fmt: skip
ORGANISATIONS, POSTS = BODIES | COMPANY, TITLES | OFFICES  # words of the names of all bodies; offices of all kinds
# Parts of the world: too wide to be left out.
REGIONS = frozenset(
    """west east north south europe asia africa america americas western eastern northern southern middle-east
    middle gulf mediterranean arctic pacific atlantic balkans caribbean scandinavia world earth internet congress
    government parliament covid covid-19 christmas""".split()
)
