"""Flet controls that look and behave alike on the phone and at the desk."""
