"""Page furniture: lines of a saved page that are no part of what the article tells, and so make no statement.

Pointers to other pages, credits, captions that end in a credit, calls to subscribe or to follow, stage directions of a
transcript. Only forms that a sentence of the story hardly has; a heading or a caption without a credit stays, since many
outlets sum up their story in such lines.
"""

import re

_PICTURES = r"(?:Getty(?:\ Images)?|EPA|Shutterstock|Alamy|Rex(?:\ Features)?|iStock|Corbis|Zuma)"
# A wire agency alone in brackets may as well credit the text: "… he said. (Reuters)".
_AGENCY = rf"(?:{_PICTURES}|AP|AFP|PA|Reuters|Bloomberg|Xinhua|TASS)"

_POINTER = r"""
    (?:read|see|watch)\ (?:also|more|next|related)(?::\ .*|\W*|\ about\ .*\ here\W*)
  | also\ (?:read|see|watch):\ .*
  | (?:read|share)\ (?:or\ (?:read|share)\ )?this\ (?:story|article|post)\b[^.!?]*:\ https?://.*
  | (?:more|related|recommended)(?:\ (?:coverage|stories|articles|news|on\ this\ story))?:\ .*
  | (?:related|recommended|more|top|most\ (?:read|popular))\ (?:stories|articles|videos|coverage|news|topics|links|content)\W*
  | scroll\ (?:down|below)\ for\b[^.]*
  | (?:click|tap)\ (?:here|on|to|through)\b.*
  | (?:story\ )?continues?\ (?:reading|below)\b.*
  | (?:read|more|watch|video|photos?|photograph|gallery|slideshow|advertisement|advertising)\W*
  | (?:ad|share|tweet|comments?|prev|next|_{2,}|\*{2,}|-{2,}|•+)\W*
  | advertisement\ (?:continue|scroll|skip|read)\b.*
  | for\ more\b[^.]{0,60}\bhttps?://.*
  | \[[^\[\]]{4,}\]
  | https?://\S+ | www\.\S+
"""
_CALL = r"""
    follow\b[^.]{0,60}(?:\bon\ (?:twitter|facebook|instagram|youtube|telegram|x)\b|@).* | follow\ us\b.*
  | (?:like|find|join|check|contact|connect\ with)\ (?:us|me|@\w+)\b[^.]{0,40}(?:\bon\b|\bat\b|@).*
  | (?:sign\ up|subscribe)\b[^.]{0,50}
      \b(?:newsletters?|for\ free|now|today|here|alerts?|updates|inbox|channel|e-?mails?)\b.*
  | sign\ up\ to\ get\ an\ email\b.*
  | (?:get|download)\ (?:the|our|free)\ [^.]{0,30}\b(?:app|newsletter|briefing)\b.*
  | a\ (?:post|photo|video)\ shared\ by\ [^.]{1,60}\(@.*
  | email\ (?:us|the\ author)\b.* | enlarge\ this\ image\b.* | toggle\ caption\b.*
"""
_CREDIT = rf"""
    (?:(?:file\ )?photos?|photograph(?:er|s|ed)?|images?|pictures?|illustration|graphic|credit)
      (?:\ (?:by|credits?|source|courtesy(?:\ of)?|from))?\ ?[:/|]\ ?[^.!?]{{0,60}}
  | (?:image\ copyright|image\ caption|media\ caption|media\ playback)\b.*
  | (?:source|information\ from):\ \S+(?:\ \S+){{0,2}}(?:,\ https?://\S+)?
  | (?:©|\(c\)\ |copyright\ (?:©|\(c\)|\d{{4}})).*
  | .*\ball\ rights\ reserved\b.*
  | \(?\ ?(?:additional\ |further\ )?(?:reporting|writing|editing)\ by\ [A-Z][^.!?,]{{2,50}}(?:(?:;|,|\ and)\ [^.!?]{{3,80}})?\)?
  | \(?(?:{_PICTURES}|AP|AFP|PA|Reuters)(?:\ photo)?(?:/[^.!?\d]{{2,40}})?\)?
  | (?:[^\W\d][\w.’'-]*\ ?){{1,4}}/\ ?{_AGENCY}(?:\ [^.!?]{{2,40}}/\ ?{_AGENCY})?
  | .{{10,300}}[\[(](?:[^()\[\]]{{1,60}}/\ ?{_AGENCY}|getty(?:\ images)?)(?:\ photo|\ images)?(?:/[^()\[\]]{{0,40}})?[\])]
  | .{{10,300}}\ ©.{{2,60}}
  | this\ material\ may\ not\ be\ (?:published|reproduced)\b.*
"""
_DIRECTION = r"\((?:soundbite|applause|laughter|crosstalk|music|cheering)\b[^()]*\)"

_FURNITURE = re.compile(rf"(?:{_POINTER}|{_CALL}|{_CREDIT}|{_DIRECTION})", re.IGNORECASE | re.VERBOSE)
LONGEST = 320
"""Characters: no line of furniture is longer."""


def is_furniture(line: str) -> bool:
    """Whether a line, stripped, tells nothing of the story."""
    return len(line) <= LONGEST and _FURNITURE.fullmatch(line) is not None
