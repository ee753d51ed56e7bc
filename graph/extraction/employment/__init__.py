"""Finds where the author worked, as what and when, a module for each way of saying it."""
