"""A strict stand-in for the Telegram Bot API; start with `tests.standin.server.Standin`."""
