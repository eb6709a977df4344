"""How a paywall speaks: what stands under the beginning of a story that only subscribers may read."""

from __future__ import annotations

from framing.corpus.cleaning.rule import Rule

_WHO = r"(?:our )?(?:(?:premium|paying|digital|registered) )?(?:subscribers|members|readers)"
_DO = (
    r"(?:subscribe|sign[ -]up|sign[ -]in|log[ -]in|register|become a (?:member|subscriber)|join(?: us)?|"
    r"start your .{0,20}trial|create (?:an?|your) (?:free )?account)"
)
_ON = (
    r"(?:(?:continue|keep) reading|read (?:on|more|(?:the )?(?:full|rest|whole|entire)|this (?:article|story)|it all)|"
    r"continue\b|unlock|access|get (?:full|unlimited))"
)


def _called(*words: str) -> str:
    """Words that call on a reader: they begin a line or a sentence, or have a capital in the middle of one."""
    capital = "|".join(form for word in words for form in (word.capitalize(), word.upper()))
    return rf"(?:(?-i:\b(?:{capital}))|(?<!\w )\b(?:{'|'.join(words)}))"


_ACCOUNT = r"\b(?:trial|subscri|account|member|register|sign (?:in|up)|log in)"
_STORY = r"(?:article|story|content|page|post)"
# In running text, in letters of any size.
WALL = (
    rf"{_called('unlock')} (?:the rest of )?(?:this|the full) {_STORY}\b|"
    rf"{_called('keep', 'continue', 'finish')} reading (?:this {_STORY} )?(?:with|by|for)\b.{{0,40}}{_ACCOUNT}|"
    rf"{_called('read')} the (?:rest|remainder|full version) of (?:this|the) {_STORY} (?:with|by)\b.{{0,40}}{_ACCOUNT}|"
    rf"\bwant to (?:read|know|see) (?:more|it all|the rest)\?.{{0,20}}{_ACCOUNT}|"
    rf"{_called('subscribe', 'register', 'join')} (?:now |today )?for full (?:digital )?access\b|"
    rf"\byou(?:['’]ve| have) (?:hit|reached|used up) your (?:[a-z-]+ ){{0,3}}limit\b(?:.{{0,60}}{_ACCOUNT}|\W*$)|"
    rf"\b{_DO}\b.{{0,40}}?\b(?:to|and|for) {_ON}|"
    r"\bto (?:continue|keep) reading\b.{0,60}\b(?:account|sign in|log in|subscri|register|member)|"
    r"\bto read (?:on|the (?:rest|full|whole)\b.{0,30}?)\b.{0,20}\b(?:subscri|become a|register|log in|sign in)|"
    r"\b(?:article|story|content|page) is (?:only |exclusively )?(?:available |reserved )?(?:only |exclusively )?"
    rf"(?:to|for) {_WHO}|\b(?:reached|used|read) (?:all )?(?:of )?your .{{0,30}}\bfree (?:articles|stories)|"
    r"\bread \d{1,2} ?% of this (?:article|story)|"
    r"\b(?:0|no|zero) (?:more )?free (?:articles|stories)\b|\b(?:members|subscribers)[ -]only\b|"
    r"\bweiterlesen mit\b|\bjetzt (?:abonnieren|registrieren|anmelden) und weiterlesen|"
    r"\b(?:artikel|beitrag|inhalt) (?:ist|nur) .{0,20}?für abonnent|\bréservée? (?:à nos|aux) abonnés|"
    r"\bil vous reste \d{1,2}(?:[.,]\d+)? ?% de cet article|\babonnez-vous pour (?:lire|continuer)|"
    r"\b(?:solo|exclusivo) para suscriptores|\bsuscríbete para (?:seguir|continuar) leyendo|"
    r"\briservat[oa] agli abbonati|\babbonati per (?:continuare|leggere)|\b(?:alleen|exclusief) voor abonnees|"
    r"\blees verder met\b|"
    r"\bexclusivo para assinantes|\bassine para (?:continuar|ler)|\b(?:för|för våra) prenumeranter|\bfor abonnenter\b|"
    r"\blog(?:g|ga)? in(?:n)? for å lese|\bprenumerera för att läsa"
)
# One of these stands in whatever the form finds.
OF_WALLS = (
    "unlock ", " limit", "subscri", "sign up", "sign-up", "sign in", "sign-in", "log in", "log-in", "register",
    "become a", "join", "trial", "account", "member", "readers", "free article", "free stor", "% of this",
    "weiterlesen", "abonn", "cet article", "suscr", "abbona", "lees verder", "assina", "assine", "prenumer",
    "å lese",
)  # fmt: skip
GATES = (
    Rule("paywall", "subscribe to read on",
          r"(?i)^.{0,80}\b(?:subscribe|sign up|log in|register|become a (?:member|subscriber))\b.{0,30}\bto "
          r"(?:continue|keep) reading\b.{0,80}$", needs=("reading",)),
    Rule("paywall", "to continue",
          r"(?i)^(?:to (?:continue|keep) reading\b.{0,60}\b(?:account|sign in|log in|register|subscri).{0,60}|"
          r"subscribe (?:now |today )?to (?:unlock|access)\b.{0,60}|already have an account\?.{0,40}|"
          r"you(?:['’]ve| have) (?:reached|used|read) .{0,40}\bfree (?:articles|stories)\b.{0,40}|"
          r"(?:get|enjoy) unlimited (?:digital )?access\b.{0,100})$", "end"),
    Rule("paywall", "in other languages",
          r"(?i)^(?:(?:jetzt )?weiterlesen mit\b.{0,40}|"
          r"dieser (?:artikel|beitrag|inhalt) ist (?:nur )?für abonnent.{0,60}|"
          r"(?:cet article|la suite) est réservée? aux abonnés.{0,60}|"
          r"(?:este (?:artículo|contenido) es|contenido) (?:solo|exclusivo) para suscriptores.{0,60})$", "end"),
    Rule("paywall", "for subscribers",
          r"(?i)^(?:this (?:article|story|content) is (?:only |exclusively )?(?:available )?(?:to|for) (?:our )?"
          r"(?:subscribers|members)\b.{0,80}|already a (?:subscriber|member)\?.{0,120}|subscribers? only)$"),
    Rule("paywall", "gate", rf"(?i)^(?!.*[“”\"]).{{0,120}}?(?:{WALL}).{{0,120}}$", "end", 240, needs=OF_WALLS),
    Rule("paywall", "unlimited access",
          r"(?i)^(?:subscribe|join|register)(?: now| today)?\b.{0,40}\b(?:unlimited|full) (?:digital )?access\b"
          r".{0,40}$|^you have (?:\d{1,2}|no) free (?:articles|stories)\b.{0,60}$", "end"),
    Rule("paywall", "offer",
          r"(?i)^(?:subscribe now|start (?:your |a )?free (?:account|trial)) (?!(?:--?|[–—]) .*\.$).{0,120}$",
          needs=("subscribe now", "start ")),
    Rule("paywall", "payment is due",
          r"(?i)^(?:we(?:['’]ve| have)? [^.]{0,80}\b(?:been able|unable) to take (?:your )?payment|"
          r"you (?:must|need to) update your payment|update (?:your )?payment details|"
          r"act now to keep your subscription)\b.{0,240}$", limit=400, needs=("payment", "subscription")),
    Rule("paywall", "label", r"(?i)^(?:premium|(?:for )?(?:subscribers?|members?)(?:[ -](?:only|exclusive))?)$"),
)  # fmt: skip
