"""What buyers publish: OCDS releases read tolerantly, merged by the standard's rules, and told as facts."""
