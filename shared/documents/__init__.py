"""Papers that both sides make from a report: the WhatsApp text, later letters and PDFs."""
