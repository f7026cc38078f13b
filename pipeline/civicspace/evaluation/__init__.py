"""Measuring records against gold annotations."""
