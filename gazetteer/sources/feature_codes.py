"""What the feature codes of GeoNames (geonames.org/export/codes.html) are here.

Codes that are not listed are left out: a gazetteer of wells, hills and hotels would find them for
every misspelled town.
"""

from gazetteer.places import POPULATED_PLACE

_KIND = {
    "PCLI": "country", "PCL": "country", "PCLD": "country", "PCLF": "country", "PCLS": "country",
    "TERR": "country",
    "ADM1": "governorate", "ADM2": "district", "ADM3": "district",
    "RGN": "region", "RGNE": "region",
    "PPLC": "city", "PPLA": "city", "PPLA2": "town", "PPLX": "neighbourhood",
    "DAM": "dam", "OILF": "oil_field", "GASF": "oil_field", "OILR": "refinery",
    "AIRP": "airport", "AIRF": "airport", "AIRB": "air_base",
    "MILB": "military_base", "INSM": "military_base", "FT": "military_base",
    "CSTM": "border_crossing", "PSTB": "border_crossing",
    "CMP": "camp", "CMPRF": "camp",
    "STM": "river", "STMI": "river", "WAD": "river",
    "LK": "lake", "LKS": "lake", "LKI": "lake", "LKN": "lake", "RSV": "lake", "RSVI": "lake",
    "MT": "mountain", "MTS": "mountain", "PK": "mountain",
    "ANS": "archaeological_site", "RUIN": "archaeological_site", "TMPL": "archaeological_site",
}  # fmt: skip

_POPULATED = "P"
FEATURE_CLASSES = frozenset("AHLPRSTUV")
"""The classes of GeoNames; the seventh column of a dump holds one of them, or nothing."""


def kind_of(feature_class: str, feature_code: str) -> str:
    """Return the kind of a feature, or an empty text if it is no place of ours."""
    default = POPULATED_PLACE if feature_class == _POPULATED else ""
    return _KIND.get(feature_code, default)
