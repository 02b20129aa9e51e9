"""What the kabupaten sees of all kecamatan of an installation: figures, and nothing of a person."""
