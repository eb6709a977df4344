"""How a paywall speaks: what stands under the beginning of a story that only subscribers may read."""

from __future__ import annotations

_WHO = r"(?:our )?(?:(?:premium|paying|digital|registered) )?(?:subscribers|members|readers)"
_DO = (
    r"(?:subscribe|sign[ -]up|sign[ -]in|log[ -]in|register|become a (?:member|subscriber)|join(?: us)?|"
    r"start your .{0,20}trial|create (?:an?|your) (?:free )?account)"
)
_ON = (
    r"(?:(?:continue|keep) reading|read (?:on|more|(?:the )?(?:full|rest|whole|entire)|this (?:article|story)|it all)|"
    r"continue\b|unlock|access|get (?:full|unlimited))"
)
# In running text, in letters of any size.
WALL = (
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
    "subscri", "sign up", "sign-up", "sign in", "sign-in", "log in", "log-in", "register", "become a", "join", "trial",
    "account", "member", "readers", "free article", "free stor", "% of this", "weiterlesen", "abonn", "cet article",
    "suscr", "abbona", "lees verder", "assina", "assine", "prenumer", "å lese",
)  # fmt: skip
