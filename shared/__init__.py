"""What the phone and the server must agree on. Standard library only."""
