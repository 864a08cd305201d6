"""The configuration, read once; the only module that looks at the environment."""

from __future__ import annotations

import os
import re
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge.errors import KnowledgeError

_PATH_VARIABLE = "MINUTES_BOT_CONFIG"
_TOKEN_VARIABLE = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - the name of a variable
_DEFAULT_PATH = Path("config.toml")

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # core.telegram.org/bots/api#setwebhook

# What may stand in the file: table, key and type.
_KEYS: dict[str, dict[str, type]] = {
    "telegram": {
        "token": str,
        "token_file": str,
        "base_url": str,
        "base_file_url": str,
        "admins": list,
        "webhook_url": str,
        "webhook_listen": str,
        "webhook_secret": str,
    },
    "storage": {"data_dir": str},
    "publish": {"watch": str},
}


class ConfigError(KnowledgeError):
    """A mistake in the configuration; names the key and the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Telegram brings the updates to `url`, behind which we listen on `host` and `port`."""

    url: str
    host: str
    port: int
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that can be set; see config.example.toml."""

    token: str = field(default="", repr=False)
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    admins: tuple[int, ...] = ()
    webhook: Webhook | None = None
    data_dir: Path = Path("data")
    watch: Path | None = None


def load(path: Path | None = None, environment: Mapping[str, str] | None = None) -> Config:
    """Read *path*, else the file named by MINUTES_BOT_CONFIG, else ./config.toml, else defaults.

    Raises ConfigError with the key and the file for everything that is not as it must be.
    """
    environment = os.environ if environment is None else environment
    named = path or (Path(v) if (v := environment.get(_PATH_VARIABLE)) else None)
    file = named or (_DEFAULT_PATH if _DEFAULT_PATH.exists() else None)
    tables = _read(file) if file else {}
    telegram = tables.get("telegram", {})
    defaults = Config()
    return Config(
        token=_token(telegram, environment, file),
        base_url=_address(telegram, "base_url", defaults.base_url, file),
        base_file_url=_address(telegram, "base_file_url", defaults.base_file_url, file),
        admins=_admins(telegram.get("admins", []), file),
        webhook=_webhook(telegram, file),
        data_dir=_beside(file, tables.get("storage", {}).get("data_dir") or "data"),
        watch=_beside(file, w) if (w := tables.get("publish", {}).get("watch")) else None,
    )


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not a TOML file in UTF-8 ({error})") from error
    for name, table in tables.items():
        _check_table(name, table, file)
    return tables


def _check_table(name: str, table: Any, file: Path) -> None:
    if name not in _KEYS:
        raise ConfigError(f"{file}: unknown key {name!r}; known: {', '.join(_KEYS)}")
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: {name} must be a table, written [{name}]")
    known = _KEYS[name]
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{file}: unknown key {name}.{key}; known: {', '.join(known)}")
        if type(value) is not known[key]:
            wanted = "a list" if known[key] is list else "a text in quotation marks"
            raise ConfigError(f"{file}: {name}.{key} must be {wanted}")


def _token(telegram: Mapping[str, Any], environment: Mapping[str, str], file: Path | None) -> str:
    if environment.get(_TOKEN_VARIABLE):
        return _checked_token(environment[_TOKEN_VARIABLE], f"the variable {_TOKEN_VARIABLE}")
    if telegram.get("token"):
        return _checked_token(telegram["token"], f"{file}: telegram.token")
    if not telegram.get("token_file"):
        return ""
    secret = _beside(file, telegram["token_file"])
    try:
        return _checked_token(secret.read_text(encoding="utf-8"), str(secret))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: telegram.token_file {secret} cannot be read") from error


def _checked_token(token: str, where: str) -> str:
    number, _, secret = token.strip().partition(":")
    if not number.isdigit() or not secret or any(c.isspace() for c in secret):
        raise ConfigError(f"{where}: not a bot token; BotFather gives one like 123456:ABC-DEF")
    return token.strip()


def _address(telegram: Mapping[str, Any], key: str, default: str, file: Path | None) -> str:
    value = str(telegram.get(key) or default)
    if urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc:
        raise ConfigError(f"{file}: telegram.{key} must be an address that begins with http")
    return value


def _webhook(telegram: Mapping[str, Any], file: Path | None) -> Webhook | None:
    """Read the three keys of webhook mode; without a secret one is made for this run."""
    url = telegram.get("webhook_url")
    given = [key for key in ("webhook_listen", "webhook_secret") if telegram.get(key)]
    if not url:
        if given:
            raise ConfigError(f"{file}: telegram.{given[0]} is set, but webhook_url is not")
        return None
    secret = str(telegram.get("webhook_secret") or secrets.token_urlsafe(32))
    if not _SECRET.fullmatch(secret):
        raise ConfigError(f"{file}: telegram.webhook_secret must be 1-256 of A-Z a-z 0-9 _ -")
    host, port = _listen(str(telegram.get("webhook_listen") or ""), file)
    return Webhook(
        url=_address(telegram, "webhook_url", "", file), host=host, port=port, secret=secret
    )


def _listen(text: str, file: Path | None) -> tuple[str, int]:
    with suppress(ValueError):  # a port out of range
        parts = urlsplit(f"//{text}")
        if parts.hostname and parts.port and parts.netloc == text:
            return parts.hostname, parts.port
    raise ConfigError(f"{file}: telegram.webhook_listen must be like 127.0.0.1:8080")


def _admins(values: list[Any], file: Path | None) -> tuple[int, ...]:
    if not all(type(value) is int and value > 0 for value in values):
        raise ConfigError(f"{file}: telegram.admins must be a list of numeric user ids")
    return tuple(values)


def _beside(file: Path | None, name: str) -> Path:
    """A relative path in the file is meant from the file's folder."""
    path = Path(name).expanduser()
    return path if path.is_absolute() or file is None else file.parent / path
