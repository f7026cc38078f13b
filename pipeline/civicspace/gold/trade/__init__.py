"""Trading gold with annotators' own tools: brat's standoff and INCEpTION's UIMA files, both ways, without loss.

files      which files an export writes and an import reads
brat       .ann, annotation.conf, visual.conf
uima       XMI and CAS JSON, type system and layers
marks, form_places, counts, changes   what both ways of writing share
"""
