"""The files of server/deploy, run for real."""
