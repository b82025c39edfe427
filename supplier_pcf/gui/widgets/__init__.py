"""Parts without a subject, of which pages and dialogs are made."""
