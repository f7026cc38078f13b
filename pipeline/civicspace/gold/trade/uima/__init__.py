"""Gold as UIMA CAS (XMI, CAS JSON 0.4): what INCEpTION imports and exports.

What stands for what is said by layers.toml beside this module, layer by layer; it makes the type system and INCEpTION's
layers. Offsets count code points here and UTF-16 units in the files, as UIMA has it; cassis converts them.
"""

from civicspace.gold.trade.uima.files import read_cas, write_cas
from civicspace.gold.trade.uima.layers import inception_layers, type_system, type_system_xml
from civicspace.gold.trade.uima.reading import from_cas, report_of
from civicspace.gold.trade.uima.writing import to_cas

__all__ = [
    "from_cas",
    "inception_layers",
    "read_cas",
    "report_of",
    "to_cas",
    "type_system",
    "type_system_xml",
    "write_cas",
]
