"""Place names in running text: recognised, and resolved together over the whole document.

reader = TextReader(gazetteer)
for toponym in reader.read("Fighting went on in Raqqa, Mosul and the village of Hajin.").toponyms:
    print(toponym.text, toponym.place)
"""

from gazetteer.toponyms.languages import detect_language
from gazetteer.toponyms.model import Region, Sense, TextReading, Toponym
from gazetteer.toponyms.reader import TextReader

__all__ = ["Region", "Sense", "TextReader", "TextReading", "Toponym", "detect_language"]
