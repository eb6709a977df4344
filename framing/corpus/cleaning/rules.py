"""What on a page is no journalism: one row for each rule.

A rule is a kind, a name, the form of a whole paragraph (PARAGRAPHS) or of a passage inside one (PASSAGES), the
zone of the text where it holds, and the longest paragraph that it looks at. Patterns are written after pages of
real outlets; each is tested on cases, and all together on clean text that they must leave alone
(tests/test_clean.py).
"""

from __future__ import annotations

from framing.corpus.cleaning.cards import ALONE, CARD, SIGN
from framing.corpus.cleaning.forms import (
    ANY_NAME,
    ANY_NAMES,
    CAPITAL,
    DATE,
    DAY_OF_NOTE,
    KINDS_BY,
    NAME_OR_WORD,
    PARTICLE,
    POSTS,
    STAFF,
    STAMP,
    STAMPED,
)
from framing.corpus.cleaning.pictures import PICTURES
from framing.corpus.cleaning.rule import ANY, Rule
from framing.corpus.cleaning.walls import GATES
from framing.text.typography import CAPITALS

# What stands round an e-mail.
_LETTER = (
    r"(?:(?:view|read|open)(?: this)?(?: e-?mail| newsletter| message)? (?:in|on) (?:a |your |the )?(?:web ?)?browser|"
    r"view online|unsubscribe(?: here)?|manage (?:your )?(?:e-?mail )?preferences|update (?:your )?preferences|"
    r"privacy (?:policy|notice)|forward to a friend)"
)
_TITLE = rf"[{CAPITALS}0-9‘“'\"$].{{8,150}}[^.]"  # a headline: it ends without a stop

_NOTED = DAY_OF_NOTE.replace(",? ", "", 1)
# Before a dash and a headline, or the text: no places, whatever their capitals.
_CALLS = (
    r"(?:READ(?: (?:MORE|NEXT|ALSO|THIS|HERE))?|ALSO READ|SEE(?: ALSO)?|WATCH(?: (?:LIVE|NOW|THIS|HERE))?|LISTEN|VIDEO|"
    r"PHOTOS?|MORE|RELATED|DON['’]T MISS|IN PICTURES|GALLERY|PODCAST)"
)
_LABELS = (
    r"(?:BREAKING(?: NEWS)?|JUST IN|EXCLUSIVE|UPDATED?(?: \d)?|LATEST|LIVE|DEVELOPING|OPINION|ANALYSIS|COMMENT|"
    r"COMMENTARY|EDITORIAL|EXPLAINER|REVIEW|INTERVIEW|FACT CHECK|SPONSORED(?: CONTENT)?|PAID CONTENT|"
    r"SUBSCRIBE(?: NOW)?|SIGN UP)"
)

_SHOUT = rf"[{CAPITALS}0-9‘’“”\"'&$%,–—-]{{1,24}}"

PARAGRAPHS = (
    Rule("byline", "by a name",
          rf"^(?:By|BY|by):? {ANY_NAMES} ?(?:\([{CAPITALS}][^()]{{1,40}}\)|\| [^|]{{2,40}})$", "start"),
    *PICTURES,
    Rule("related", "read behind a bar", r"(?i)^(?:read|see|watch|listen|in pics|in pictures|explained)\s?\|.*$"),
    Rule("breadcrumb", "names between slashes", r"^[\w'’&. -]{2,30}(?:\s*[/›>»|]\s*[\w'’&. -]{2,30}){1,5}$", "start"),
    Rule("breadcrumb", "section",
          r"(?i)^(?:world|politics|business|sports?|econom(?:y|ics)|markets|tech(?:nology)?|science|health|culture|"
          r"arts|"
          r"entertainment|lifestyle|national|local|nation|u\.?s\.?|u\.?k\.?|europe|asia|africa|americas|middle east|"
          r"environment|"
          r"climate|education|crime|law|society|media|money|finance|travel|home|news|top news|latest|live)(?: news)?$"
          rf"|^(?-i:[{CAPITALS}&. ]{{3,30}} NEWS)$", "start"),
    Rule("media", "player",
          r"(?i)^(?:(?:now )?(?:listen|playing|watch now)\b[ ·:]*[\d: /]*|close|play video|video player|"
          r"ad\W{0,3}\d+:\d\d|"
          r"(?:next )?image \d+ of \d+|loading\W*|listen to (?:this )?article\b.{0,80}|\d+:\d\d(?: \d+:\d\d)?)$"),
    Rule("advertisement", "advertisement",
          r"^[\W_]{0,3}(?i:advertisement|advert|sponsored(?: content| by .{1,40})?|paid content|promoted(?: content)?|"
          r"skip advertisement|ad feedback|werbung|anzeige|publicité|publicidade?|pubblicità|advertentie|annons|"
          r"reklame?)"
          r"[ :.]*\d{0,3}(?:(?i: ?[-–—|:.]? ?(?:continue|scroll|keep|story|article|content|read|your|fortsätt|weiter|"
          r"lire|la suite|lees|fortsett|continua) .{2,40}))?"
          r"(?: Continue reading the main story| Thanks for watching!.{0,40})?[\W_]{0,3}$|^AD$"),
    Rule("advertisement", "story continues below",
          r"(?i)^(?:(?:story|article) continue[sd]?(?: below)?|continue reading(?: below| the main story)?|"
          r"(?:story|article) continues after this (?:message|ad|advertisement)|article content(?: continued)?|"
          r"scroll (?:down )?to continue|this advertisement has not loaded yet\b.{0,80})"
          r"(?:\W*(?:after |below )?(?:this )?(?:advertisement|ad))?\.?$"),
    Rule("advertisement", "vote here", r"(?i)^.{10,120}\? vote (?:here )?now:?$"),
    Rule("share", "share widget",
          r"(?i)^(?:read or )?share (?:this(?: article| story| page| post)?|on|via)\b.{0,60}$"),
    Rule("share", "share buttons",
          r"^(?:(?:Share|SHARE|Tweet|TWEET|Email|EMAIL|Print|PRINT|Facebook|Twitter|Post|Pin|Pinterest|WhatsApp|Reddit"
          r"|LinkedIn|Linkedin|Telegram|Save|Copy link|Comments?|COMMENTS?|More|SMS|Flipboard|X|\d{1,4})(?:[ |·•]+|"
          r"$)){1,12}$"),
    Rule("share", "comments",
          r"(?i)^(?:(?:view|show|read|leave|post|add|write|see|hide|load)(?: all| a| your| \d+)? (?:comments?|"
          r"repl(?:y|ies))\b.{0,30}|comments? ?\(\d+\)|\d+ comments?|(?:have your say|join the (?:conversation|"
          r"discussion))\b.{0,60})$"),
    Rule("share", "social accounts",
          r"(?i)^(?:(?:for .{3,40}, )?(?:follow|like|join|find|contact|connect with) (?:us|our)\b|"
          r"subscribe to (?:our|the \w+)\b).{0,120}$"),
    Rule("share", "follow an account",
          r"(?i)^\W*follow (?:(?:[\w.'’-]+ ){1,6}on (?:twitter|facebook|x|instagram)\b|@\w).{0,80}$"),
    Rule("newsletter", "sign up",
          r"(?i)^(?:sign up|subscribe|register|get the \S+ newsletter|like what you[’']re "
          r"reading\?).{0,60}\b(?:newsletters?|inbox|briefing|alerts?|app|podcast|"
          r"updates?)\b.{0,80}$"),
    Rule("newsletter", "label", r"^NEWSLETTERS?: .{3,80}$|^Newsletters? Sign up for .{3,120}$"),
    Rule("newsletter", "in your inbox", r"(?i)^(?:get|receive|want)\b.{0,80}\b(?:in|to) your inbox\b.{0,60}$"),
    Rule("newsletter", "small print of a form",
          r"(?i)^(?:by (?:signing up|clicking|subscribing|submitting|entering|registering)\b.{0,300}\b(?:agree|"
          r"terms|privacy|consent|policy)\b.*|thank(?:s| you) for (?:subscribing|signing up)\b.{0,80}|you (?:can|"
          r"may) (?:unsubscribe|opt out)"
          r"\b.{0,120}|(?:enter |your )+e-?mail(?: address)?|we(?: will|['’]ll) never share your e-?mail\b.{0,60}|"
          r"unsubscribe(?: at any time)?\.?|please (?:enter|provide) a valid e-?mail.{0,40}|"
          r"(?:privacy policy )?leave this field (?:empty|blank)\b.{0,40})$", limit=500),
    Rule("newsletter", "links of a letter",
          rf"(?i)^{_LETTER}(?:\W{{1,5}}{_LETTER}){{0,5}}(?:\W{{0,3}}https?://\S+)?\W{{0,3}}$", "edge"),
    Rule("newsletter", "why it was sent",
          r"(?i)^you(?:['’]re| are)? (?:receiv(?:ed|ing)|got|getting) this (?:e-?mail|newsletter|message)\b.{0,200}$",
          "end", 300),
    Rule("newsletter", "asks for support",
          r"(?i)^(?:please )?(?:support (?:our|independent|local|quality|trusted)\b.{0,60}\bjournalism\b.{0,160}|"
          r"(?:donate|contribute) (?:now|today|here)\b.{0,120}|become a (?:member|supporter|subscriber)\b.{0,100})$",
          "end", 300),
    Rule("newsletter", "an editor's choice",
          r"(?i)^(?:unlock (?:the|our) .{2,40}\b(?:digest|newsletter|briefing)\b.{0,30}|"
          r".{3,80}\b(?:selects|picks|chooses) (?:his|her|their|the) [\w ]{3,40} newsletter\.?)$", "start",
          needs=("digest", "newsletter", "briefing")),
    Rule("newsletter", "consent to letters",
          r"(?i)^(?:yes,? )?(?:I would|I['’]d) like to (?:be e-?mailed|receive|get|hear)\b.{0,80}"
          r"\b(?:offers|updates|newsletters?|promotions|e-?mails)\b.{0,80}$"),
    Rule("media", "notifications",
          r"(?i)^(?:stay up to date with notifications\b.{0,60}|notifications can be managed\b.{0,60}|"
          r"(?:turn on|allow|enable) (?:push |browser |desktop )?notifications\b.{0,80})$"),
    Rule("media", "old browser",
          r"(?i)^(?:your browser|this browser|IE ?\d*|internet explorer(?: \d+)?) (?:is|does) "
          r"(?:not|no longer|out of date)\b.{0,140}$|^for (?:an?|the) (?:optimal|best|better) experience\b"
          r".{0,60}\bbrowser\b.{0,40}$|"
          r"^(?:javascript (?:is|must be|appears to be) |please enable javascript).{0,140}$"),
    Rule("newsletter", "app",
          r"^(?:Download|Get|CLICK HERE (?:TO GET|FOR)) (?:the|our|THE|OUR) .{1,60}\b(?:app|APP|COM)\b.{0,40}$"),
    *GATES,
    Rule("related", "read more",
          r"(?i)^(?:read (?:more(?: on .{2,40})?|also|next|the full)|also read|more (?:on this|news)|see (?:also|"
          r"related)|related(?: stories| articles)?|most read|recommended|trending|more from .{2,40}|also see|"
          r"don['’]t miss)\s?[:|].*$"),
    Rule("related", "read more alone",
          r"(?i)^(?:read (?:more|next|also)|related(?: (?:stories|articles|topics|news|content|posts|coverage|"
          r"reading))?|"
          r"filed under|see also|tags|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:popular|read|"
          r"viewed|shared)|"
          r"top (?:stories|news)|(?:latest|breaking) (?:news|stories|headlines)|recommended(?: (?:for you|stories|"
          r"reading))?|editors?['’]?s? (?:picks?|choice)|more (?:stories|news|headlines|on this (?:story|topic))|"
          r"trending(?: now)?|up next|in case you missed it|featured(?: stories)?|don['’]t miss):?$"),
    Rule("related", "tags", r"(?i)^(?:tags|topics|keywords|filed under|categories|labels)\s?:.{1,200}$", "end", 220),
    Rule("related", "label and headline",
          rf"^(?:Read|READ|See|More|MORE|Watch|WATCH|NOW WATCH|VIDEO|Video|PHOTOS|Photos|In the news|Listen|Full "
          rf"Coverage|Explainer|EXPLAINER|Opinion|MORE NEWS|READ NEXT|Up next): ?{_TITLE}$"),
    Rule("related", "call and headline", rf"^{_CALLS} ?(?:--?|[–—|]) ?{_TITLE}$"),
    Rule("related", "headline and its kind", rf"^{_TITLE}: (?:Column|Our view|Opposing view|Editorial)$",
          needs=(": column", ": our view", ": opposing view", ": editorial")),
    Rule("related", "label glued to a headline",
          rf"^[{CAPITALS}][\w’'-]*(?: [\w’'-]+){{0,4}} [^\W\d_{CAPITALS}][\w’'-]*:[{CAPITALS}][^.:]{{15,150}}$"),
    Rule("related", "headline in capitals", rf"^(?=[^a-z]{{20}})(?=.*[{CAPITALS}]{{4}})(?:{_SHOUT} ){{5,24}}{_SHOUT}$"),
    Rule("related", "headline and read more", rf"^{_TITLE} Read more$"),
    Rule("related", "also on", r"(?i)^\(\s*also (?:on|in) .{5,160}\)$"),
    Rule("related", "read more at",
          r"(?i)^(?:read more (?:at|from|about)|read full story|continue reading|(?:click|tap) (?:here|for more|to "
          r"view))\b.*$"),
    Rule("notice", "other addresses", r"(?i)^.{0,60}website can also be accessed at\b.*$", limit=300,
          needs=("website can also",)),
    Rule("notice", "copyright", r"(?i)^(?:©|copyright (?:©|\(c\)|\d{4})).{0,200}$|^The [\w ]{3,40}, LLC\.?$|"
          r"^\(c\) (?:.{0,60}\b\d{4}\b.{0,120}|[^.!?]{0,60}(?:\b(?:ltd|inc)\.)?)$",
          limit=300),
    Rule("notice", "rights reserved", r"(?i)^.{0,160}\ball rights reserved\b.{0,120}$", limit=300,
          needs=("rights reserved",)),
    Rule("notice", "reprint",
          r"(?i)^\(?(?:\W*disclaimer: )?(?:except for the headline, )?this (?:story|article|report|post|column|"
          r"content|piece) "
          r"(?:has been|was|is) (?:\w+ ){0,2}?(?:published|produced|distributed|auto-?generated|not been edited|"
          r"reprinted|republished|syndicated|translated|adapted|tagged under|part of)\b.*$", "any", 400),
    Rule("notice", "not edited, first elsewhere",
          r"(?i)^\W*(?:(?:the|this) (?:story|article|report) has not been edited\b.{0,200}|"
          r"this (?:story|article|report|piece) (?:first|originally) (?:appeared|ran) (?:in|on|at) .{2,80})$",
          "end", 300),
    Rule("notice", "holds words of an agency",
          r"^(?:This (?:report|story|article) (?:includes|contains|uses) (?:information|material|reporting) from|"
          rf"(?:Material|Information|Reporting) from) (?:[Tt]he )?[{CAPITALS}].{{2,80}}$", "end", 200),
    Rule("notice", "letters to a paper",
          r"(?i)^to comment on this (?:story|article)\b.{0,100}$|^comments are (?:now )?closed\.?$", "end"),
    Rule("notice", "standards", r"(?i)^our standards: .{0,20}trust principles\b.*$"),
    Rule("notice", "first on",
          r"(?i)^(?:read the (?:original|full) (?:article|story|post)\b.{0,80}|the post .{3,200} (?:appeared first|"
          r"first appeared) on .{2,80})$", limit=320),
    Rule("notice", "wire feed",
          r"(?i)^\(?(?:disclaimer: )?(?:except for the headline|only the headline)\b.{0,80}\bhas\b.*$", limit=400),
    Rule("notice", "terms of use",
          r"(?i)^.{0,80}\b(?:may|must) not be (?:reproduced|republished|published, broadcast)\b.*$", "end", 400,
          needs=("not be",)),
    Rule("notice", "age of the article", r"(?i)^this article is more than .{1,20} old$"),
    Rule("notice", "views of the author",
          r"(?i)^\W*(?:disclaimer: )?(?:the )?(?:opinions?|views?)(?: and opinions?)? (?:expressed|in this)\b.{0,200}\b"
          r"(?:his|her|their|the author|the authors|do(?:es)? not)\b.{0,200}$", "any", 400),
    Rule("notice", "first elsewhere",
          rf"(?i)^(?:first |originally )?published (?:on|in|by|at) [\w '’&-]{{2,50}}(?:\.\w{{2,9}})?(?:,? {DATE})?$",
          "end"),
    Rule("notice", "more to come",
          r"(?i)^(?:this is a (?:developing|breaking)(?: news)? (?:story|report)\b.{0,100}|"
          r"more (?:details |information )?(?:to follow|to come|soon)|"
          r"more on this (?:story )?(?:as|soon|later|to).{0,40}|(?:please )?(?:check|come) back (?:for|later|soon)\b"
          r".{0,60}|please refresh\b.{0,60}|developing(?: story)?)\W*$", "edge"),
    Rule("notice", "as often in breaking news",
          r"(?i)^(?:as often happens in (?:situations|stories|cases) like (?:this|these)\b|"
          r"some (?:of the )?(?:things|information|details|facts|what)\b[^.]{0,60}\breported\b[^.]{0,60}\b(?:wrong|"
          r"inaccurate|incorrect|change)|"
          r"we(?: will|['’]ll) (?:move quickly to|be) (?:correct|updat)(?:ing)?\b[^.]{0,20}\b(?:record|story|article|"
          r"report|page|post))\b.*$", "end", 300),
    Rule("notice", "what was changed",
          r"(?i)^\W*(?:the )?(?:headline|caption|picture|photo|introduction|first paragraph|map|graphic) "
          r"(?:of|on|in|to|with) this (?:article|story|report|piece) (?:was|has been) \w+(?:ed|n)\b.*$", "end", 400),
    Rule("notice", "update note",
          r"(?i)^\((?:updates?|adds?|recasts?|corrects?|corrected|rewrites?|refiles?|this story (?:corrects|"
          r"refiles))\b.{0,200}\)$", limit=260),
    Rule("notice", "editor's note",
          r"(?i)^\W*(?:editor['’]?s['’]? note|corrections?(?: (?:and|&) clarifications?)?|clarifications?)"
          rf"(?: \([^()]{{3,40}}\))?{DAY_OF_NOTE}?\s?[:—–-].{{0,300}}\b"
          r"(?:updated|corrected|emended|amended|version|originally|misspelled|misstated|reflect|published|clarify|editors)"
          r"\b.*$", "edge", 500),
    Rule("notice", "clarification", rf"^\W*C(?:larifications?|LARIFICATIONS?): [{CAPITALS}“‘\"].*$", "edge", 400),
    Rule("notice", "dated correction", rf"^\W*(?i:corrections?|clarifications?){DAY_OF_NOTE}: .*$", "end", 400),
    Rule("notice", "note of an update",
          r"(?i)^\W*(?:note|update): this (?:story|article|report|post|piece) (?:has been|was) .*$", "edge", 400),
    Rule("notice", "letters to the editor",
          r"(?i)^(?:send letters to|contact us at|we want to hear what you think|(?:do you )?have (?:a|any|you got a) "
          r"(?:tip|story|information)|"
          r"got a (?:tip|confidential tip))\b.{0,200}$",
          "end", 300),
    Rule("notice", "letters to the editor",
          r"(?i)^.{0,100}\b(?:write|e-?mail|contact|reach) (?:us |me |to )?(?:at |on )?\S+@\S+\.\w+\W*$",
          "end", 300, needs=("@",)),
    Rule("date", "date alone",
          rf"^(?:{STAMP} ?)?{DATE}(?:\s*[|•·–-]\s*{STAMP}? ?{DATE}| \({STAMP} [^()]{{1,60}}\))?$|"
          rf"^{DATE}, {STAMP} ?{DATE}$"),
    Rule("date", "first and last version", rf"^{STAMPED}(?:\s*[|•·/,;.–-]?\s*{STAMPED}){{0,2}}$", "start"),
    Rule("date", "date, time and outlet",
          rf"^{DATE} / [{CAPITALS}][\w.]{{1,20}}(?: [{CAPITALS}][\w.]{{1,20}}){{0,2}}$", "start"),
    Rule("date", "updated at", r"(?i)^updated(?: at)? \d{1,2}:\d{2} ?[ap]\.?m\.?.{0,30}$"),
    Rule("date", "time of publication",
          rf"^{STAMP} (?:{DATE}|\d{{1,2}}:\d{{2}} [ap]\.?m\.?(?: [{CAPITALS}]{{2,3}})?)\b.{{0,60}}$", "edge"),
    Rule("notice", "number of a page",
          r"(?i)^(?:page|seite|p[áa]gina|pagina|s\.|p\.) ?\d{1,4} (?:of|von|sur|de|di|van) \d{1,4}$"),
    Rule("date", "time ago",
          r"(?i)^(?:(?:published|updated|posted)\W+)?\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) "
          r"(?:ago|read)$"),
    Rule("label", "kind of article",
          r"^(?:ANALYSIS/OPINION|OPINION|Opinion|COMMENTARY|Commentary|ANALYSIS|Analysis|EDITORIAL|Editorial|OP-ED|"
          r"Op-Ed|EXPLAINER|Explainer|LIVE BLOG|INTERVIEW|Interview|EXCLUSIVE|Exclusive|"
          r"BREAKING(?: NEWS)?):?$", "start"),
    Rule("credit", "reporting and editing",
          r"^[(—–•-]*\s*(?i:(?:additional )?(?:reporting|writing|editing|compiled|edited|translated|"
          r"with (?:reporting|assistance|contributions?|files|"
          r"inputs?|agency inputs?)|inputs|[—–�-]+ ?with assistance) (?:by|from):?) (?:the )?[" + CAPITALS + r"]"
          r"(?!.*\b(?:found|shows|showed|said|says)\b).{0,400}$", limit=500),
    Rule("credit", "task and names",
          r"^[(—–•-]*\s*(?i:(?:additional )?(?:reporting|research)|writing|editing|translation|production): ?"
          rf"{ANY_NAMES}\)?\.?$", "end"),
    Rule("credit", "reported from",
          rf"^{ANY_NAMES} reported from [{CAPITALS}][^.;]{{2,60}}\.?"
          rf"(?: {ANY_NAMES} (?:contributed|reported) .{{0,60}})?$", "end"),
    Rule("credit", "agency inputs",
          r"(?i)^[(—–-]*\s*(?:with )?(?:agency |agencies )?inputs?(?: from (?:the )?(?:news )?agencies)?\)?\.?$"),
    Rule("credit", "agencies alone",
          r"(?i)^[(—–-]*\s*(?:(?:news )?source: )?(?:from )?(?:news )?agencies\)?\.?$", "end"),
    Rule("credit", "contributed",
          r"(?i)^.{3,160}\bcontributed (?:to (?:this|the) (?:report|story|article|list|coverage)|reporting)\b.{0,60}$",
          "end", needs=("contributed",)),
    Rule("credit", "contributed, short",
          rf"^(?:.{{3,100}}\bcontributed|[—–•-]* ?{ANY_NAMES} contributed (?:from|in) {NAME_OR_WORD})\.?$",
          "end", 160, needs=("contributed",)),
    Rule("credit", "contributing", rf"^(?:Contributing|Contributors?|Sources?|Agencies): ?[{CAPITALS}].{{2,120}}$",
          "end"),
    Rule("credit", "write to", r"(?i)^(?:write to|e-?mail|contact)\b.{1,80}\bat \S+@\S+$", "end"),
    Rule("credit", "author note",
          rf"^[•*–— ]*{ANY_NAME},? (?:is|was) (?:a|an|the) .{{0,60}}\b(?:columnist|contributor|editor-in-chief|staff "
          rf"writer|senior writer|opinion writer|syndicated)\b.{{0,160}}$", "end", 300),
    Rule("credit", "posts of the author", POSTS, "end", 400,
          needs=("most recently", "previously", "formerly", "administration")),
    Rule("credit", "how to reach the author",
          r"^.{0,250}\b(?:[Rr]each|[Ff]ollow|[Ee]mail|[Cc]ontact) (?:him|her|them) (?:directly )?(?:on|at) .{0,40}"
          r"(?:@|[Tt]witter|[Ff]acebook).{0,60}$", "end", 300, needs=("@", "twitter", "facebook")),
    Rule("byline", "name and office",
          rf"^{ANY_NAME}(?:(?:,| and| &) {ANY_NAME}){{0,3}},? (?:[{CAPITALS}][\w-]+ ){{0,2}}"
          r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|WRITER|REPORTER|CORRESPONDENT|"
          r"EDITOR)s?$", "start", 120),
    Rule("credit", "special to", r"(?i)^special to (?:the )?.{2,40}$", "start", 60),
    Rule("byline", "written by",
          rf"^{KINDS_BY} {ANY_NAMES}(?:,? (?:on )?{DATE})?$"),
    Rule("byline", "staff",
          rf"^(?i:by )?(?:{STAFF}|(?:{ANY_NAMES}|[Ss]taff|[Aa]gencies) and (?:[Aa]gencies|[Ss]taff|wire services))"
          rf"(?: in [{CAPITALS}][\w -]{{2,30}})?$", "start"),
    Rule("byline", "name and place",
          rf"^(?i:from )?{ANY_NAMES}(?: reports?)?,? (?:in|from|IN) {NAME_OR_WORD}"
          rf"(?: (?:and|AND) {ANY_NAMES} (?:in|from|IN) [{CAPITALS}][\w .'’-]{{2,30}})?$", "start"),
    Rule("byline", "by a name",
          r"^(?:By|BY|by|Von|VON|Par|Por|Di|Door|Af|Av):? (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
          rf"{CAPITAL}[\w.'’-]+"
          rf"(?: (?:{CAPITAL}[\w.'’-]*|and|und|et|{PARTICLE})){{0,6}}"
          r"(?:(?:,| in| for| of| and agencies| [|•·–—-]) .{2,60}| \([^()]{2,40}\)| and agencies)?$", "start"),
    Rule("notice", "earlier version",
          r"(?i)^\W*(?:(?:due to|because of|owing to) an? (?:\w+ )?(?:error|mistake|mix-up)\b[^.:]{0,40}, )?"
          r"an? (?:earlier|previous|prior) version of (?:this|the) "
          r"(?:article|story|post|headline|piece|report)\b.*$", "end", 600, needs=(" version of ",)),
    Rule("notice", "in print",
          r"(?i)^\W*a version of this (?:article|story|post|piece|column|review|report|essay|op-ed|editorial|analysis) "
          r"(?:(?:also |first |originally |previously )?(?:appear(?:s|ed)|ran)|(?:was|is) (?:also |first |originally |"
          r"previously )?published)\b.*$", "end", 400, needs=("version of this",)),
    Rule("notice", "updated since",
          r"(?i)^updated?\b[^:]{0,30}: this (?:story|article|report|post) (?:has been|was) updated\b.*$", "edge", 400),
    Rule("notice", "end of the text", r"^[-–— ]*(?:ENDS?|Ends)[-–— .]*$|^[-–—]+ ?30 ?[-–—]+$", "end", 20),
    Rule("notice", "amended",
          r"^\W*(?i:this (?:article|story|report|piece|post|headline|version(?: of (?:this|the) (?:article|story))?) "
          r"(?:was|has been|is) (?:\w+ )?(?:amended|corrected|updated|edited|changed|revised|clarified))\b"
          r"(?! (?:his|her|their)\b).*$"
          rf"|^\W*The (?:story|post|headline) (?:was|has been) (?:amended|corrected|updated|clarified) on {_NOTED}.*$"
          rf"|^\W*The article (?:was|has been) (?:corrected|updated) on {_NOTED}.*$",
          "end", 600),
    Rule("time", "time alone",
          r"^\d{1,2}(?:[:.]\d{2}|(?=\s?[AaPp]\.?[Mm]))(?:\s?[AaPp]\.?[Mm]\b\.?)?"
          rf"(?: ?\(?[{CAPITALS}]{{2,4}}\)?)?$"),
    Rule("link", "address of a reporter",
          r"(?i)^(?:e-?mail|twitter|x|contact|follow)\W{1,3}(?:\S+@\S+\.\w{2,}|@\w{2,30})\W*$", "end", 120),
    Rule("link", "name of an account", r"^(?:@[\w.]{1,40}\w|♬ .{1,80})$"),
    Rule("link", "address alone", r"^(?:https?://|www\.)\S+$", limit=2000),
    Rule("markup", "left-over markup",
          r"(?i)^(?:\[/?(?:image|pullquote|video|embed|caption|gallery|button)\b[^\]]*\]|<!\W*|\W*-->|//\W+>)$"),
    Rule("related", "headlines of a card", ALONE, limit=700, needs=(" more (",)),
    Rule("separator", "marks alone", r"^[\W_]{1,60}$"),
)  # fmt: skip
# What is taken out of a paragraph is the whole match, or its group `out`.
PASSAGES = (
    Rule("ticker", "exchange code",
          rf" ?[\[(](?:[{CAPITALS}0-9]{{1,6}}\.[{CAPITALS}]{{1,3}}|"
          rf"(?:NYSE|NASDAQ|Nasdaq|LSE|HKEX|HKG|TSX|TSE|NSE|BSE|SSE): ?[{CAPITALS}0-9.]{{1,6}})[\])]",
          limit=ANY, needs=("[", "(")),
    Rule("link", "address in a post", r"(?:^|\s)(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w{1,20}(?!\S)",
          limit=ANY, needs=("pic.twitter.com/", "pic.x.com/", "t.co/")),
    Rule("related", "headlines glued to a name", CARD, limit=20_000, needs=(SIGN,)),
    Rule("label", "label before the text", rf"^{_LABELS}(?: ?[–—]+| --?) (?=[{CAPITALS}“\"‘])", "first", ANY),
    Rule("date", "date before the text", rf"^(?:{STAMP} ?)?{DATE}\s*[-–—|:•]*\s*(?=[{CAPITALS}“\"‘(])",
          "first", ANY),
    Rule("credit", "reporting behind the story",
          r"[.!?”\"](?P<out> (?:\((?:Additional )?(?:Reporting|Writing|Editing) by [^()]{3,300}\)"
          r"|(?:Additional )?(?:Reporting|Writing) by [^.()]{3,200}; ?(?:[Ww]riting|[Ee]diting|"
          r"[Aa]dditional reporting) by [^.()]{3,100}\.?))$", "end", ANY, (" by ",)),
    Rule("notice", "standards behind the story",
          r"(?P<out> ?Our Standards: The Thomson Reuters Trust Principles\.?.{0,20})$", "end", ANY, ("Standards",)),
)  # fmt: skip
