"""The ways out to people: letters by mail and short messages, each behind a protocol."""
