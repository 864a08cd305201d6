"""The other way for updates to reach the bot: Telegram brings them to its webhook."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientSession

from tests.standin.refusal import Refused

_PORTS = (80, 88, 443, 8443)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Hook:
    """What setWebhook has set; `url` is empty while updates are fetched."""

    def __init__(self) -> None:
        self.url = ""
        self.secret: str | None = None
        self.was_set = asyncio.Event()

    def set(self, arguments: Mapping[str, Any]) -> None:
        url, secret = arguments["url"], arguments.get("secret_token")
        parts = urlsplit(url)
        if url and parts.scheme != "https":
            raise Refused("bad webhook: An HTTPS URL must be provided for webhook")
        if (parts.port or 443) not in _PORTS:
            ports = "80, 88, 443 or 8443"
            raise Refused(f"bad webhook: Webhook can be set up only on ports {ports}")
        if secret is not None and not _SECRET.fullmatch(secret):
            raise Refused("bad webhook: secret token contains unallowed characters")
        if not 1 <= arguments.get("max_connections", 40) <= 100:
            raise Refused("bad webhook: max_connections must be 1-100")
        self.url, self.secret = url, secret
        if url:
            self.was_set.set()

    def refuse_polls(self) -> None:
        if self.url:
            reason = "can't use getUpdates method while webhook is active; use deleteWebhook to"
            raise Refused(f"{reason} delete the webhook first", 409)

    async def bring(self, update: Mapping[str, Any], front: str) -> int:
        """Bring an update through *front*, which stands for the proxy that ends TLS; its status."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        address = front + (urlsplit(self.url).path or "/")
        async with (
            ClientSession() as session,
            session.post(address, json=update, headers=headers) as response,
        ):
            return response.status
