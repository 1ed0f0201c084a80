"""What comes from elsewhere: files of many declarations, lists of suppliers, extracts of the companies' registry."""
