"""Codes of languages: from the three letters of ISO 639-3 to the two of ISO 639-1.

A language that belongs to a macrolanguage gets the code of that, since nobody who looks up a name
asks whether it is Iraqi or Levantine Arabic.
"""

import re

from gazetteer.names import script_of

# In pairs: code of three letters, code of two. Both codes of a language that has two are there
# ("deu" and "ger"), and members of macrolanguages whose names occur in gazetteers.
_PAIRS = """
aar aa abk ab afr af aka ak amh am ara ar arb ar acm ar acq ar aeb ar afb ar ajp ar apc ar apd ar
ars ar ary ar arz ar arg an asm as ava av aym ay aze az azb az azj az bak ba bam bm bel be ben bn
bih bh bis bi bod bo tib bo bos bs bre br bul bg cat ca ces cs cze cs cha ch che ce chu cu chv cv
cor kw cos co cre cr cym cy wel cy dan da deu de ger de div dv dzo dz ell el gre el eng en epo eo
est et ekk et eus eu baq eu ewe ee fao fo fas fa per fa pes fa prs fa fij fj fin fi fra fr fre fr
fry fy ful ff gla gd gle ga glg gl glv gv grn gn guj gu hat ht hau ha heb he her hz hin hi hmo ho
hrv hr hun hu hye hy arm hy ibo ig ido io iii ii iku iu ile ie ina ia ind id ipk ik isl is ice is
ita it jav jv jpn ja kal kl kan kn kas ks kat ka geo ka kau kr kaz kk khm km kik ki kin rw kir ky
kom kv kon kg kor ko kua kj kur ku ckb ku kmr ku sdh ku lao lo lat la lav lv lvs lv lim li lin ln
lit lt ltz lb lub lu lug lg mah mh mal ml mar mr mkd mk mac mk mlg mg mlt mt mon mn mri mi mao mi
msa ms may ms zsm ms mya my bur my nau na nav nv nbl nr nde nd ndo ng nep ne npi ne nld nl dut nl
nno nn nob nb nor no nya ny oci oc oji oj ori or ory or orm om oss os pan pa pli pi pol pl por pt
pus ps pst ps pbt ps que qu roh rm ron ro rum ro run rn rus ru sag sg san sa sin si slk sk slo sk
slv sl sme se smo sm sna sn snd sd som so sot st spa es sqi sq alb sq srd sc srp sr ssw ss sun su
swa sw swh sw swe sv tah ty tam ta tat tt tel te tgk tg tgl tl tha th tir ti ton to tsn tn tso ts
tuk tk tur tr twi tw uig ug ukr uk urd ur uzb uz uzn uz ven ve vie vi vol vo wln wa wol wo xho xh
yid yi yor yo zha za zho zh chi zh cmn zh zul zu
"""

_TWO_LETTERS = dict(re.findall("([a-z]{3}) ([a-z]{2})", _PAIRS))
_KNOWN = frozenset(_TWO_LETTERS.values())

# Languages that are written in one script only, as far as names of places go.
_IN_ARABIC_SCRIPT = frozenset({"ar", "fa", "ps", "sd", "ug", "ur"})
_IN_LATIN_SCRIPT = frozenset(
    {
        "ca", "cs", "cy", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "hr", "hu", "id",
        "is", "it", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sv", "tr", "vi",
    }
)  # fmt: skip


def two_letters(code: str) -> str:
    """Return the code of ISO 639-1 for one of 639-1, 639-2 or 639-3; empty where there is none.

    A region or a script behind a hyphen is left away: `en-GB`, `zh-Hant`.
    """
    bare = code.partition("-")[0].strip().lower()
    return bare if bare in _KNOWN else _TWO_LETTERS.get(bare, "")


def fits(text: str, language: str) -> bool:
    """Say whether a name can be of a language: sources file Latin spellings under Arabic."""
    if language in _IN_ARABIC_SCRIPT:
        return script_of(text) == "arabic"
    return language not in _IN_LATIN_SCRIPT or script_of(text) == "latin"
