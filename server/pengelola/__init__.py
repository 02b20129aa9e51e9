"""What whoever runs the server sees and does of the whole installation, in the browser."""
