"""Every mistake in the configuration is named, with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Config, ConfigError, load

TOKEN = "110201543:obviously-a-fake-token"
HOOK = '[telegram]\nwebhook_url = "https://example.org/hook"\n'


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("[telegramm]\n", "telegramm", id="unknown-table"),
        pytest.param('[telegram]\ntokne = "x"', "telegram.tokne", id="unknown-key"),
        pytest.param("telegram = 1", "telegram", id="no-table"),
        pytest.param("[telegram]\ntoken = true", "telegram.token", id="true-is-no-text"),
        pytest.param('[telegram]\nadmins = "1"', "telegram.admins", id="no-list"),
        pytest.param("[telegram]\nadmins = [true]", "telegram.admins", id="true-is-no-number"),
        pytest.param('[telegram]\ntoken = "abc"', "telegram.token", id="no-token"),
        pytest.param('[telegram]\nbase_url = "ftp://x"', "telegram.base_url", id="no-http"),
        pytest.param(HOOK, "webhook_listen", id="no-place-to-listen"),
        pytest.param(f'{HOOK}webhook_listen = "8080"', "webhook_listen", id="no-host"),
        pytest.param(f'{HOOK}webhook_listen = "a:99999"', "webhook_listen", id="no-port"),
        pytest.param(
            f'{HOOK}webhook_listen = "a:80"\nwebhook_secret = "a b"', "webhook_secret", id="secret"
        ),
        pytest.param('[telegram]\nwebhook_secret = "a"', "webhook_url", id="no-webhook"),
        pytest.param(
            '[telegram]\nwebhook_url = "x"\nwebhook_listen = "a:80"', "webhook_url", id="no-address"
        ),
        pytest.param('[telegram]\ntoken_file = "none"', "token_file", id="no-token-file"),
        pytest.param("[storage]\ndata_dir = 3", "storage.data_dir", id="number-for-a-folder"),
        pytest.param("[storage", "TOML", id="no-toml"),
    ],
)
def test_a_mistake_names_the_key_and_the_file(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "bot.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load(file, {})
    assert named in str(error.value)
    assert "bot.toml" in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(tmp_path / "none.toml", {})


def test_without_a_file_the_defaults_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(None, {}) == Config()


def test_a_file_is_named_by_argument_variable_and_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("argument", "variable", "config"):
        (tmp_path / f"{name}.toml").write_text(f'[storage]\ndata_dir = "{name}"', encoding="utf-8")
    variable = {"MINUTES_BOT_CONFIG": str(tmp_path / "variable.toml")}
    assert load(tmp_path / "argument.toml", variable).data_dir == tmp_path / "argument"
    assert load(None, variable).data_dir == tmp_path / "variable"
    assert load(None, {"MINUTES_BOT_CONFIG": ""}).data_dir == Path("config")


def test_the_token_comes_from_file_or_environment_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TOKEN + "\n", encoding="utf-8")
    file = tmp_path / "bot.toml"
    file.write_text('[telegram]\ntoken_file = "secret"', encoding="utf-8")
    for config in (load(file, {}), load(file, {"TELEGRAM_BOT_TOKEN": TOKEN})):
        assert config.token == TOKEN
        assert TOKEN not in repr(config)


def test_a_webhook_is_where_it_listens_and_has_a_secret_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "bot.toml"
    file.write_text(f'{HOOK}webhook_listen = "[::1]:8080"', encoding="utf-8")
    hooks = [load(file, {}).webhook for _ in range(2)]
    assert hooks[0] and hooks[1]
    assert (hooks[0].host, hooks[0].port) == ("::1", 8080)
    assert hooks[0].secret != hooks[1].secret
    assert hooks[0].secret not in repr(hooks[0])


def test_the_example_is_a_configuration() -> None:
    example = Path(__file__).parents[2] / "config.example.toml"
    assert load(example, {}).base_url == Config().base_url
