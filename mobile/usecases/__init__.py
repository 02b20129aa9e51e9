"""What one can do with the phone: each module one deed, none of them knows a screen."""
