"""The stages: one folder a spaCy component, in the order in which a report passes through them.

sections -> (model) -> entities -> coreference -> dates -> quotes -> events
"""
