"""What both forms share: one open form with its signs, and the pieces they are built from."""
