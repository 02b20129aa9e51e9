"""Reading a picture safely, on the phone, in its browser and at the desk."""
