"""A believable kecamatan for training, demonstrations and tests: everybody in it is "(contoh)"."""
