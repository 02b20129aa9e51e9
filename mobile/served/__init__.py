"""The app served to a browser on this machine: for training, the demo and tests; never packed."""
