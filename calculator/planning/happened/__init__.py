"""What has happened: where the candidate stands, and how the history brought them there."""
