"""The app in the phone's own browser: what runs beside the page, in a thread of its own."""
