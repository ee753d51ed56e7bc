"""Finds studies, degrees, certificates, licences and awards."""
