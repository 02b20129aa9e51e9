"""Kills, full disks and damage, against the whole phone with its real store and a real server."""
