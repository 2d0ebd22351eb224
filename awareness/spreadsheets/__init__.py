"""Warnings and cases as tables: a template, a dry run that shows each row's fate, import as drafts,
export of what a list shows. Formats are xlsx and csv."""
