"""Unicode characters and the commands of LaTeX, amsmath and amssymb that print them.

The names are those of the LaTeX companion volumes ("The Comprehensive LaTeX Symbol List", tables of LaTeX 2e and AMS).
A character without a command stands in TeX as itself, as Unicode engines print it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a symbol does in a formula (The TeXbook, chapter 17)."""

    ORDINARY = auto()
    LETTER = auto()
    OPERATOR = auto()
    BINARY = auto()
    RELATION = auto()
    OPENING = auto()
    CLOSING = auto()
    PUNCTUATION = auto()


class Symbol(NamedTuple):
    """`tex` prints a character of this kind."""

    tex: str
    kind: Kind


# "character command" pairs; `=` before a name: the command takes what it stands on, here nothing.
_COMMANDS = {
    Kind.LETTER: r"""
        Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
        α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi
        ρ rho ς varsigma σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega
        ϑ vartheta ϕ phi ϖ varpi ϱ varrho ϵ epsilon Ϝ digamma ϰ varkappa
        ı imath ȷ jmath ℓ ell ð eth 𝚤 imath 𝚥 jmath
    """,
    Kind.ORDINARY: r"""
        ∀ forall ∃ exists ∄ nexists ∁ complement ∂ partial ∇ nabla ∞ infty ∅ varnothing ⌀ varnothing ¬ neg
        ∠ angle ∡ measuredangle ∢ sphericalangle ⊤ top ⊥ bot ‵ backprime … ldots ⋯ cdots ⋮ vdots ⋱ ddots
        ℏ hslash ℑ Im ℜ Re ℘ wp Ⅎ Finv ⅁ Game ℵ aleph ℶ beth ℷ gimel ℸ daleth £ pounds
        ■ blacksquare □ square ◻ square ◼ blacksquare ∎ blacksquare ◊ lozenge ⧫ blacklozenge ◇ Diamond ★ bigstar
        ♠ spadesuit ♡ heartsuit ♢ diamondsuit ♣ clubsuit ♭ flat ♮ natural ♯ sharp ⟍ diagdown ⟋ diagup
    """,
    Kind.OPERATOR: r"""
        ∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ⨌ iiiint ∮ oint ⋀ bigwedge ⋁ bigvee ⋂ bigcap ⋃ bigcup
        ⨀ bigodot ⨁ bigoplus ⨂ bigotimes ⨄ biguplus ⨆ bigsqcup
    """,
    Kind.BINARY: r"""
        ± pm ∓ mp × times ⨯ times ÷ div · cdot ⋅ cdot † dagger ‡ ddagger • bullet ∙ bullet ∗ ast ⁎ ast ∘ circ ⋆ star
        ∔ dotplus ∖ smallsetminus ⧵ setminus ≀ wr ∧ land ∨ vee ∩ cap ∪ cup ⊎ uplus ⊓ sqcap ⊔ sqcup ⨿ amalg
        ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊙ odot ⊚ circledcirc ⊛ circledast ⊝ circleddash ◎ circledcirc
        ⊞ boxplus ⊟ boxminus ⊠ boxtimes ⊡ boxdot ⊺ intercal ⊻ veebar ⊼ barwedge ⌅ barwedge ⌆ doublebarwedge
        ⋄ diamond ⋇ divideontimes ⋉ ltimes ⋊ rtimes ⋋ leftthreetimes ⋌ rightthreetimes ⋎ curlyvee ⋏ curlywedge
        ⋒ Cap ⋓ Cup △ bigtriangleup ▽ bigtriangledown ▵ vartriangle ▿ triangledown ▷ rhd ◁ lhd
        ▹ triangleright ◃ triangleleft
    """,
    Kind.RELATION: r"""
        ∈ in ∊ in ∉ notin ∋ ni ∍ ni ∝ propto ∣ mid ∤ nmid ∥ parallel ∦ nparallel ∴ therefore ∵ because
        ∼ sim ∽ backsim ≁ nsim ≂ eqsim ≃ simeq ≅ cong ≇ ncong ≈ approx ≊ approxeq ≍ asymp ≎ Bumpeq ≏ bumpeq
        ≐ doteq ≑ Doteq ≒ fallingdotseq ≓ risingdotseq ≖ eqcirc ≗ circeq ≜ triangleq ≠ neq ≡ equiv
        ≤ leq ≥ geq ≦ leqq ≧ geqq ≨ lneqq ≩ gneqq ≪ ll ≫ gg ≬ between ≮ nless ≯ ngtr ≰ nleq ≱ ngeq
        ≲ lesssim ≳ gtrsim ≶ lessgtr ≷ gtrless ≺ prec ≻ succ ≼ preccurlyeq ≽ succcurlyeq ≾ precsim ≿ succsim
        ⊀ nprec ⊁ nsucc ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ⊈ nsubseteq ⊉ nsupseteq ⊊ subsetneq ⊋ supsetneq
        ⊏ sqsubset ⊐ sqsupset ⊑ sqsubseteq ⊒ sqsupseteq ⊢ vdash ⊣ dashv ⊦ vdash ⊧ models ⊨ vDash ⊩ Vdash ⊪ Vvdash
        ⊬ nvdash ⊭ nvDash ⊮ nVdash ⊯ nVDash ⊲ vartriangleleft ⊳ vartriangleright ⊴ trianglelefteq ⊵ trianglerighteq
        ⊸ multimap ⋈ bowtie ⨝ Join ⋍ backsimeq ⋐ Subset ⋑ Supset ⋔ pitchfork ⋖ lessdot ⋗ gtrdot ⋘ lll ⋙ ggg
        ⋚ lesseqgtr ⋛ gtreqless ⋞ curlyeqprec ⋟ curlyeqsucc ⋠ npreceq ⋡ nsucceq ⋦ lnsim ⋧ gnsim
        ⋨ precnsim ⋩ succnsim ⋪ ntriangleleft ⋫ ntriangleright ⋬ ntrianglelefteq ⋭ ntrianglerighteq
        ⌢ frown ⌣ smile ϶ backepsilon ⟂ perp
        ⩽ leqslant ⩾ geqslant ⪅ lessapprox ⪆ gtrapprox ⪇ lneq ⪈ gneq ⪉ lnapprox ⪊ gnapprox ⪋ lesseqqgtr ⪌ gtreqqless
        ⪕ eqslantless ⪖ eqslantgtr ⪯ preceq ⪰ succeq ⪷ precapprox ⪸ succapprox ⪵ precneqq ⪶ succneqq
        ⪹ precnapprox ⪺ succnapprox ⫅ subseteqq ⫆ supseteqq ⫋ subsetneqq ⫌ supsetneqq
        ← leftarrow → rightarrow ↔ leftrightarrow ↑ uparrow ↓ downarrow ↕ updownarrow
        ↖ nwarrow ↗ nearrow ↘ searrow ↙ swarrow ↚ nleftarrow ↛ nrightarrow ↮ nleftrightarrow
        ↞ twoheadleftarrow ↠ twoheadrightarrow ↢ leftarrowtail ↣ rightarrowtail ↦ mapsto
        ↩ hookleftarrow ↪ hookrightarrow ↫ looparrowleft ↬ looparrowright ↭ leftrightsquigarrow ↰ Lsh ↱ Rsh
        ↶ curvearrowleft ↷ curvearrowright ↺ circlearrowleft ↻ circlearrowright
        ↼ leftharpoonup ↽ leftharpoondown ↾ upharpoonright ↿ upharpoonleft
        ⇀ rightharpoonup ⇁ rightharpoondown ⇂ downharpoonright ⇃ downharpoonleft
        ⇄ rightleftarrows ⇆ leftrightarrows ⇇ leftleftarrows ⇈ upuparrows ⇉ rightrightarrows ⇊ downdownarrows
        ⇋ leftrightharpoons ⇌ rightleftharpoons ⇍ nLeftarrow ⇎ nLeftrightarrow ⇏ nRightarrow
        ⇐ Leftarrow ⇒ Rightarrow ⇔ Leftrightarrow ⇑ Uparrow ⇓ Downarrow ⇕ Updownarrow
        ⇚ Lleftarrow ⇛ Rrightarrow ⇝ rightsquigarrow
        ⟵ longleftarrow ⟶ longrightarrow ⟷ longleftrightarrow ⟸ Longleftarrow ⟹ Longrightarrow
        ⟺ Longleftrightarrow ⟼ longmapsto
    """,
    Kind.OPENING: r"[ lbrack ⌈ lceil ⌊ lfloor ⟨ langle ⌜ ulcorner ⌞ llcorner ⟮ lgroup ⎰ lmoustache",
    Kind.CLOSING: r"] rbrack ⌉ rceil ⌋ rfloor ⟩ rangle ⌝ urcorner ⌟ lrcorner ⟯ rgroup ⎱ rmoustache",
}

_PLAIN = {
    Kind.ORDINARY: "/@?\"'*|",
    Kind.PUNCTUATION: ",;:!",
    Kind.BINARY: "+-",
    Kind.RELATION: "<=>",
    Kind.OPENING: "(",
    Kind.CLOSING: ")",
}

_WRITTEN = {
    "#": Symbol(r"\#", Kind.ORDINARY),
    "$": Symbol(r"\$", Kind.ORDINARY),
    "%": Symbol(r"\%", Kind.ORDINARY),
    "&": Symbol(r"\&", Kind.ORDINARY),
    "_": Symbol(r"\_", Kind.ORDINARY),
    "{": Symbol(r"\{", Kind.OPENING),
    "}": Symbol(r"\}", Kind.CLOSING),
    "‖": Symbol(r"\|", Kind.ORDINARY),
    "\\": Symbol(r"\backslash", Kind.ORDINARY),
    "^": Symbol(r"\hat{}", Kind.ORDINARY),
    "ˆ": Symbol(r"\hat{}", Kind.ORDINARY),
    "~": Symbol(r"\sim", Kind.ORDINARY),
    "°": Symbol(r"{^\circ}", Kind.ORDINARY),
    "′": Symbol("'", Kind.ORDINARY),
    "″": Symbol("''", Kind.ORDINARY),
    "‴": Symbol("'''", Kind.ORDINARY),
    "⁗": Symbol("''''", Kind.ORDINARY),
    "−": Symbol("-", Kind.BINARY),
    "∕": Symbol(r"\slash", Kind.BINARY),
    "⁄": Symbol("/", Kind.BINARY),
    "∶": Symbol(":", Kind.RELATION),
    "∷": Symbol("::", Kind.RELATION),
    "\u2329": Symbol(r"\langle", Kind.OPENING),  # what Unicode had before ⟨ and ⟩
    "\u232a": Symbol(r"\rangle", Kind.CLOSING),
    "√": Symbol(r"\sqrt{}", Kind.ORDINARY),
    "∛": Symbol(r"\sqrt[3]{}", Kind.ORDINARY),
    "∜": Symbol(r"\sqrt[4]{}", Kind.ORDINARY),
    "∆": Symbol(r"\mathrm{\Delta}", Kind.ORDINARY),
    "\u2126": Symbol(r"\mathrm{\Omega}", Kind.LETTER),  # ohm sign
    "µ": Symbol(r"\mu", Kind.LETTER),  # micro sign
}

_ACCENT_COMMANDS = (
    "\u0300 grave \u0301 acute \u0302 hat \u0303 tilde \u0304 bar \u0305 overline \u0306 breve \u0307 dot \u0308 ddot "
    "\u030a mathring \u030c check \u0331 underbar \u0332 underline \u0338 not \u20d6 overleftarrow \u20d7 vec "
    "\u20db dddot \u20dc ddddot \u20e1 overleftrightarrow \u20ee underleftarrow \u20ef underrightarrow "
    "⏞ overbrace ⏟ underbrace"
)


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SYMBOLS: dict[str, Symbol] = {
    **{char: Symbol("\\" + name, kind) for kind, text in _COMMANDS.items() for char, name in _pairs(text).items()},
    **{char: Symbol(char, kind) for kind, chars in _PLAIN.items() for char in chars},
    **{char: Symbol(f"\\{name}{{}}", Kind.ORDINARY) for char, name in _pairs(_ACCENT_COMMANDS).items()},
    **_WRITTEN,
}
"""What prints a character, and its kind."""

FUNCTIONS = frozenset(
    [
        "arccos",
        "arcsin",
        "arctan",
        "arg",
        "cos",
        "cosh",
        "cot",
        "coth",
        "csc",
        "deg",
        "det",
        "dim",
        "exp",
        "gcd",
        "hom",
        "inf",
        "ker",
        "lg",
        "lim",
        "liminf",
        "limsup",
        "ln",
        "log",
        "max",
        "min",
        "Pr",
        "sec",
        "sin",
        "sinh",
        "sup",
        "tan",
        "tanh",
    ]
)
"""The functions that have a command of their own."""

ACCENTS = frozenset(_pairs(_ACCENT_COMMANDS))
"""What stands above or below something even where no markup says that it does."""

OVER = _pairs(
    "´ acute \u0301 acute ` grave \u0300 grave ˘ breve \u0306 breve ˇ check \u030c check \u0307 dot ˙ dot "
    "\u0308 ddot ¨ ddot \u20db dddot \u20dc ddddot ° mathring \u030a mathring ˚ mathring "
    "\u20d7 overrightarrow \u20d6 overleftarrow \u20e1 overleftrightarrow ^ hat ˆ widehat \u0302 widehat "
    "˜ widetilde \u0303 widetilde \u0304 bar ‾ bar ¯ overline \u0305 overline ⏞ overbrace ︷ overbrace"
)
"""Marks above what they belong to."""

UNDER = _pairs("⏟ underbrace ︸ underbrace \u0332 underline _ underline \u0333 underbar \u0331 underline")
"""Marks below what they belong to."""

DELIMITERS = frozenset("()[]|‖{}⌈⌉⌊⌋⟨⟩\u2329\u232a〈〉∣∥/\\↑↓↕⇑⇓⇕")
"""What can grow with what it encloses (`\\left`, `\\right`)."""

SPACES = {" ": 4, "\xa0": 4, "\u2000": 9, "\u2001": 18, "\u2002": 9, "\u2003": 18, "\u2004": 6, "\u2005": 4}
SPACES |= {"\u2006": 3, "\u2007": 6, "\u2008": 3, "\u2009": 3, "\u200a": 2, "\u200b": 0, "\u202f": 3, "\u205f": 4}
"""Widths of space characters in eighteenths of an em (TeX's mu)."""

INVISIBLE = frozenset("\u2061\u2062\u2063\u2064")
"""Function application and the like: they have a meaning and no ink (MathML 3, 3.2.5.5)."""
