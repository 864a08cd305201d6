"""The stand-in for the Bot API refuses what Telegram refuses and takes what it takes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputTextMessageContent,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from tests.standin.people import Person
from tests.standin.refusal import Refused
from tests.standin.server import Standin

Answer = dict[str, Any]


class Caller:
    """Calls methods by name, with a JSON body, as no library would."""

    def __init__(self, session: aiohttp.ClientSession, telegram: Standin) -> None:
        self._session = session
        self._root = telegram.base_url + telegram.token

    async def __call__(self, method: str, **arguments: Any) -> Answer:
        async with self._session.post(f"{self._root}/{method}", json=arguments) as response:
            answer: Answer = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer


@pytest.fixture
async def call(telegram: Standin) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, telegram)


@pytest.fixture
async def bot(telegram: Standin) -> AsyncIterator[Bot]:
    async with Bot(
        telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url
    ) as bot:
        yield bot


@pytest.fixture
def person(telegram: Standin) -> Person:
    person = telegram.person(7, language_code="zh-hant")
    person.starts()
    return person


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def button(**fields: Any) -> dict[str, Any]:
    return {"text": "前後文", **fields}


# --- shapes, from the specification ---------------------------------------------------------

MISSHAPEN = [
    pytest.param("sendMessage", {"chat_id": 7}, "sendMessage.text: is missing", id="required"),
    pytest.param(
        "sendMessage",
        {"chat_id": 7, "text": "好", "colour": "red"},
        "sendMessage.colour: unknown field",
        id="unknown",
    ),
    pytest.param(
        "sendMessage", {"chat_id": 7, "text": 5}, "sendMessage.text: must be String", id="type"
    ),
    pytest.param(
        "sendMessage",
        {"chat_id": 7, "text": "好", "reply_markup": keyboard(button(callback="x"))},
        "sendMessage.reply_markup.inline_keyboard[0][0].callback: unknown field",
        id="nested",
    ),
    pytest.param(
        "sendMessage",
        {"chat_id": 7, "text": "好", "reply_markup": {"inline_keyboard": [button()]}},
        "sendMessage.reply_markup.inline_keyboard[0]: must be a list",
        id="rows",
    ),
    pytest.param(
        "sendMessage",
        {"chat_id": 7, "text": "好", "disable_notification": 1},
        "sendMessage.disable_notification: must be Boolean",
        id="one-is-not-true",
    ),
    pytest.param(
        "setMyCommands",
        {"commands": [], "scope": {"type": "everybody"}},
        "setMyCommands.scope.type: no BotCommandScope is of this type",
        id="tag-of-a-union",
    ),
    pytest.param(
        "sendDocument",
        {"chat_id": 7, "document": "attach://a"},
        "sendDocument.a: attached file is missing",
        id="attachment",
    ),
]


@pytest.mark.parametrize(("method", "arguments", "mistake"), MISSHAPEN)
async def test_a_mistake_is_refused_with_its_path(
    call: Caller, telegram: Standin, method: str, arguments: Answer, mistake: str
) -> None:
    answer = await call(method, **arguments)
    assert answer["error_code"] == 400
    assert answer["description"] == f"Bad Request: {mistake}"
    assert [str(one.refused) for one in telegram.rejected] == [answer["description"]]


async def test_numbers_and_objects_may_come_as_json_in_strings(
    call: Caller, person: Person
) -> None:
    """PTB's JSON bodies and every form bring them so."""
    answer = await call(
        "sendMessage",
        chat_id="7",
        text="5",
        protect_content="true",
        reply_markup='{"inline_keyboard":[[{"text":"一","callback_data":"h"}]]}',
    )
    assert answer["ok"]
    assert answer["result"]["text"] == "5"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"Content-Type": "application/json"}, b"[1]", id="json-list"),
        pytest.param({"Content-Type": "application/json"}, b"{", id="half-json"),
        pytest.param(
            {"Content-Type": "application/x-www-form-urlencoded"}, b"text=%ff", id="not-utf-8"
        ),
        pytest.param(
            {"Content-Type": "application/x-www-form-urlencoded"}, b"text=1&text=2", id="twice"
        ),
    ],
)
async def test_an_unreadable_body_is_refused(
    telegram: Standin, headers: dict[str, str], body: bytes
) -> None:
    url = f"{telegram.base_url}{telegram.token}/sendMessage"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as response,
    ):
        assert response.status == 400


@pytest.mark.parametrize(
    ("token", "method", "status"),
    [
        ("110201543:wrong", "getMe", 401),
        ("nonsense", "getMe", 404),
        (None, "getMeNot", 404),
        (None, "getMe", 200),
    ],
)
async def test_token_and_method_must_be_known(
    telegram: Standin, token: str | None, method: str, status: int
) -> None:
    url = f"{telegram.base_url}{token or telegram.token}/{method}"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == status


# --- texts ----------------------------------------------------------------------------------

GOOD_HTML = [
    pytest.param("<b>未定案</b>", "未定案", id="bold"),
    pytest.param("<blockquote expandable>一、<u>月票</u></blockquote>", "一、月票", id="quotation"),
    pytest.param('<a href="https://example.org/?a=1&amp;b=2">這裡</a>', "這裡", id="link"),
    pytest.param("&lt;b&gt;&amp;&quot;&#20809;&#x1F600;", '<b>&"光😀', id="entities"),
    pytest.param('<pre><code class="language-sql">a</code></pre>', "a", id="code"),
    pytest.param(
        '<span class="tg-spoiler">一</span><tg-spoiler>二</tg-spoiler>', "一二", id="spoiler"
    ),
]
BAD_HTML = [
    pytest.param("<b>未定案", id="open"),
    pytest.param("未定案</b>", id="close"),
    pytest.param("<b><i>未定案</b></i>", id="crossed"),
    pytest.param("<h1>未定案</h1>", id="unknown-tag"),
    pytest.param("<br/>", id="line-break"),
    pytest.param("a < b", id="bare-less"),
    pytest.param("R&D", id="bare-ampersand"),
    pytest.param("&nbsp;", id="unknown-entity"),
    pytest.param('<b class="x">未定案</b>', id="attribute"),
    pytest.param("<a>這裡</a>", id="link-without-address"),
    pytest.param("<span>一</span>", id="span-without-class"),
    pytest.param("<code><b>一</b></code>", id="tag-in-code"),
    pytest.param("<blockquote><blockquote>一</blockquote></blockquote>", id="nested-quotation"),
]


@pytest.mark.parametrize(("source", "text"), GOOD_HTML)
async def test_html_becomes_text_and_entities(
    call: Caller, person: Person, source: str, text: str
) -> None:
    assert (await call("sendMessage", chat_id=7, text=source, parse_mode="HTML"))["ok"]
    assert (await person.hears()).text == text


@pytest.mark.parametrize("source", BAD_HTML)
async def test_html_that_telegram_cannot_read(call: Caller, person: Person, source: str) -> None:
    answer = await call("sendMessage", chat_id=7, text=source, parse_mode="HTML")
    assert answer["description"].startswith("Bad Request: can't parse entities")


async def test_entities_count_utf_16_units(call: Caller, person: Person) -> None:
    await call("sendMessage", chat_id=7, text="😀<b>月票😀</b>", parse_mode="HTML")
    heard = await person.hears()
    assert heard.raw["entities"] == [{"type": "bold", "offset": 2, "length": 4}]
    assert heard.parts("bold") == ["月票😀"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("票" * 4096, None, id="longest"),
        pytest.param("<b>" + "票" * 4096 + "</b>", None, id="tags-do-not-count"),
        pytest.param("&amp;" * 4096, None, id="escapes-count-once"),
        pytest.param("票" * 4097, "message is too long", id="too-long"),
        pytest.param("😀" * 2049, "message is too long", id="too-many-units"),
        pytest.param("", "message text is empty", id="empty"),
        pytest.param("<b> \n</b>", "message text is empty", id="blank"),
        pytest.param("\ud800", "strings must be encoded in UTF-8", id="surrogate"),
    ],
)
async def test_length_of_a_text(
    call: Caller, person: Person, text: str, problem: str | None
) -> None:
    answer = await call("sendMessage", chat_id=7, text=text, parse_mode="HTML")
    assert answer["ok"] if problem is None else problem in answer["description"]


# --- keyboards and commands -----------------------------------------------------------------

BUTTONS = [
    pytest.param(button(callback_data="m:2024-03-15:1"), None, id="callback"),
    pytest.param(button(callback_data="x" * 64), None, id="64-bytes"),
    pytest.param(button(url="https://example.org"), None, id="url"),
    pytest.param(button(copy_text={"text": "照案通過"}), None, id="copy"),
    pytest.param(button(callback_data="x" * 65), "BUTTON_DATA_INVALID", id="65-bytes"),
    pytest.param(button(callback_data="票" * 22), "BUTTON_DATA_INVALID", id="22-characters"),
    pytest.param(button(callback_data=""), "BUTTON_DATA_INVALID", id="no-data"),
    pytest.param(button(), "exactly one action", id="no-action"),
    pytest.param(button(callback_data="h", url="https://a.tw"), "exactly one", id="two-actions"),
    pytest.param({"text": " ", "callback_data": "h"}, "non-empty", id="no-text"),
    pytest.param(button(url="minutes"), "BUTTON_URL_INVALID", id="no-url"),
]


@pytest.mark.parametrize(("one", "problem"), BUTTONS)
async def test_what_a_button_may_be(
    call: Caller, person: Person, one: Answer, problem: str | None
) -> None:
    answer = await call("sendMessage", chat_id=7, text="好", reply_markup=keyboard(one))
    assert answer["ok"] if problem is None else problem in answer["description"]


async def test_a_row_has_at_most_eight_buttons(call: Caller, person: Person) -> None:
    row = [button(callback_data="h")] * 9
    answer = await call("sendMessage", chat_id=7, text="好", reply_markup=keyboard(*row))
    assert answer["error_code"] == 400


@pytest.mark.parametrize(
    ("command", "description", "right"),
    [
        ("meetings", "收錄的會議", True),
        ("Meetings", "收錄的會議", False),
        ("會議", "收錄的會議", False),
        ("meetings", "", False),
    ],
)
async def test_commands_are_lower_case_and_described(
    call: Caller, command: str, description: str, right: bool
) -> None:
    items = [{"command": command, "description": description}]
    assert (await call("setMyCommands", commands=items))["ok"] is right


async def test_each_scope_and_language_has_its_own_menu(call: Caller, person: Person) -> None:
    def of(command: str) -> list[dict[str, str]]:
        return [{"command": command, "description": "說明"}]

    own = {"type": "chat", "chat_id": person.id}
    await call("setMyCommands", commands=of("help"))
    await call("setMyCommands", commands=of("stats"), scope=own, language_code="en")
    assert (await call("getMyCommands"))["result"] == of("help")
    assert (await call("getMyCommands", language_code="en"))["result"] == []
    assert (await call("getMyCommands", scope=own, language_code="en"))["result"] == of("stats")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
        ({"language_code": "zh-hant"}, "invalid language code specified"),
    ],
)
async def test_a_menu_is_for_a_chat_and_a_language_that_there_are(
    call: Caller, arguments: dict[str, Any], problem: str
) -> None:
    items = [{"command": "help", "description": "說明"}]
    answer = await call("setMyCommands", commands=items, **arguments)
    assert problem in answer["description"]


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [("Description", "description", 512), ("ShortDescription", "short_description", 120)],
)
async def test_what_a_bot_says_of_itself_is_kept_by_language_and_not_too_long(
    call: Caller, method: str, field: str, most: int
) -> None:
    assert (await call(f"getMy{method}"))["result"] == {field: ""}
    assert (await call(f"setMy{method}", **{field: "字" * most}))["ok"]
    assert not (await call(f"setMy{method}", **{field: "字" * (most + 1)}))["ok"]
    assert (await call(f"getMy{method}"))["result"] == {field: "字" * most}
    assert (await call(f"getMy{method}", language_code="en"))["result"] == {field: ""}


# --- chats that cannot be reached -----------------------------------------------------------


@pytest.mark.parametrize(
    ("turn", "code", "problem"),
    [
        (Person.blocks, 403, "bot was blocked by the user"),
        (Person.deactivates, 403, "user is deactivated"),
    ],
)
async def test_a_person_can_leave(
    call: Caller, person: Person, turn: Any, code: int, problem: str
) -> None:
    turn(person)
    answer = await call("sendMessage", chat_id=7, text="好")
    assert (answer["error_code"], answer["description"]) == (code, f"Forbidden: {problem}")
    await person.says("/start")
    assert (await call("sendMessage", chat_id=7, text="好"))["ok"]


async def test_only_the_person_begins_the_conversation(call: Caller, telegram: Standin) -> None:
    telegram.person(8)
    answer = await call("sendMessage", chat_id=8, text="好")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    answer = await call("sendMessage", chat_id=9, text="好")
    assert answer["description"] == "Bad Request: chat not found"


async def test_groups_kick_and_migrate(telegram: Standin, bot: Bot) -> None:
    group = telegram.small_group()
    new = group.migrates(-1005)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "好")
    assert migrated.value.new_chat_id == new.id
    new.kicks()
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await bot.send_message(new.id, "好")


async def test_only_an_open_topic_can_be_written_to(call: Caller, telegram: Standin) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    sent = await call("sendMessage", chat_id=group.id, text="好", message_thread_id=topic)
    assert sent["result"]["message_thread_id"] == topic
    answer = await call("sendMessage", chat_id=group.id, text="好", message_thread_id=1)
    assert answer["description"] == "Bad Request: message thread not found"


async def test_a_reply_goes_to_the_topic_it_replies_in(call: Caller, telegram: Standin) -> None:
    group = telegram.group(is_forum=True)
    topic = group.topic("交通")
    asked = await telegram.person().says("/help", to=group, thread=topic)
    reply = {"message_id": asked["message_id"]}
    sent = await call("sendMessage", chat_id=group.id, text="好", reply_parameters=reply)
    assert sent["result"]["message_thread_id"] == topic


async def test_a_reply_needs_its_message_unless_it_says_so(call: Caller, person: Person) -> None:
    lost = {"message_id": 99}
    answer = await call("sendMessage", chat_id=7, text="好", reply_parameters=lost)
    assert answer["description"] == "Bad Request: message to be replied not found"
    lost_but_well = lost | {"allow_sending_without_reply": True}
    assert (await call("sendMessage", chat_id=7, text="好", reply_parameters=lost_but_well))["ok"]


# --- edits and queries ----------------------------------------------------------------------


async def test_an_edit_must_change_something(call: Caller, person: Person) -> None:
    markup = keyboard(button(callback_data="h"))
    sent = await call("sendMessage", chat_id=7, text="一", reply_markup=markup)
    same: dict[str, Any] = {"chat_id": 7, "message_id": sent["result"]["message_id"]}
    answer = await call("editMessageText", **same, text="一", reply_markup=markup)
    assert "message is not modified" in answer["description"]
    assert (await call("editMessageText", **same, text="一"))["ok"], "the keyboard went"
    assert (await call("editMessageText", **same, text="<b>一</b>", parse_mode="HTML"))["ok"]


async def test_only_own_messages_can_be_edited(call: Caller, person: Person) -> None:
    answer = await call("editMessageText", chat_id=7, message_id=99, text="二")
    assert answer["description"] == "Bad Request: message to edit not found"
    message = await person.says("一")
    answer = await call("editMessageText", chat_id=7, message_id=message["message_id"], text="二")
    assert answer["description"] == "Bad Request: message can't be edited"


@pytest.mark.parametrize(("seconds", "right"), [(15, True), (16, False)])
async def test_a_pressed_button_waits_fifteen_seconds(
    call: Caller, telegram: Standin, person: Person, seconds: int, right: bool
) -> None:
    query = telegram.world.asked()
    telegram.clock.advance(seconds)
    assert (await call("answerCallbackQuery", callback_query_id=query.id))["ok"] is right


async def test_an_unknown_query_cannot_be_answered(call: Caller) -> None:
    assert (
        "query ID is invalid"
        in (await call("answerCallbackQuery", callback_query_id="x"))["description"]
    )


@pytest.mark.parametrize(
    ("ids", "problem"),
    [
        pytest.param([str(n) for n in range(50)], None, id="fifty"),
        pytest.param([str(n) for n in range(51)], "RESULTS_TOO_MUCH", id="fifty-one"),
        pytest.param(["票" * 22], "RESULT_ID_INVALID", id="66-bytes"),
        pytest.param([""], "RESULT_ID_INVALID", id="no-id"),
        pytest.param(["a", "a"], "RESULT_ID_DUPLICATE", id="twice"),
    ],
)
async def test_inline_results(
    call: Caller, telegram: Standin, ids: list[str], problem: str | None
) -> None:
    content = {"message_text": "<b>好</b>", "parse_mode": "HTML"}
    article = {"type": "article", "title": "月票", "input_message_content": content}
    answer = await call(
        "answerInlineQuery",
        inline_query_id=telegram.world.asked().id,
        results=[{**article, "id": number} for number in ids],
    )
    assert answer["ok"] if problem is None else problem in answer["description"]


@pytest.mark.parametrize(
    ("start", "right"),
    [
        pytest.param("q_abcdefgh", True, id="ours"),
        pytest.param("a" * 64, True, id="longest"),
        pytest.param("a" * 65, False, id="too-long"),
        pytest.param("月票", False, id="not-ascii"),
        pytest.param("", False, id="empty"),
    ],
)
async def test_the_button_of_inline_results_opens_the_bot_by_a_short_word(
    call: Caller, telegram: Standin, start: str, right: bool
) -> None:
    button = {"text": "問", "start_parameter": start}
    query = telegram.world.asked().id
    answer = await call("answerInlineQuery", inline_query_id=query, results=[], button=button)
    assert answer["ok"] is right


# --- polling --------------------------------------------------------------------------------


def numbers(answer: Answer) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_an_offset_confirms_what_is_below_it(call: Caller, telegram: Standin) -> None:
    first, second, third = (telegram.push({"message": {}}) for _ in range(3))
    assert numbers(await call("getUpdates", limit=2)) == [first, second]
    assert numbers(await call("getUpdates", offset=first)) == [first, second, third]
    assert numbers(await call("getUpdates", offset=third)) == [third]
    assert telegram.updates.unconfirmed == [third]


async def test_a_negative_offset_forgets_the_earlier(call: Caller, telegram: Standin) -> None:
    *_, third = (telegram.push({"message": {}}) for _ in range(3))
    assert numbers(await call("getUpdates", offset=-1)) == [third]
    assert telegram.updates.unconfirmed == [third]


async def test_updates_are_kept_a_day(call: Caller, telegram: Standin) -> None:
    telegram.push({"message": {}})
    telegram.clock.advance(24 * 3600)
    assert numbers(await call("getUpdates")) == []


async def test_allowed_updates_are_remembered(call: Caller, telegram: Standin) -> None:
    await call("getUpdates", allowed_updates=["message"])
    telegram.push({"channel_post": {}})
    number = telegram.push({"message": {}})
    assert numbers(await call("getUpdates")) == [number]


async def test_a_long_poll_ends_with_an_update_or_by_hand(call: Caller, telegram: Standin) -> None:
    for end, count in ((telegram.updates.wake, 0), (lambda: telegram.push({"message": {}}), 1)):
        poll = asyncio.create_task(call("getUpdates", timeout=50))
        await telegram.updates.polled()
        end()
        assert len(numbers(await poll)) == count


async def test_the_newest_poll_wins(call: Caller, telegram: Standin) -> None:
    older = asyncio.create_task(call("getUpdates", timeout=50))
    await telegram.updates.polled()
    newer = asyncio.create_task(call("getUpdates", timeout=50))
    assert (await older)["error_code"] == 409
    telegram.push({"message": {}})
    assert len(numbers(await newer)) == 1


# --- webhook --------------------------------------------------------------------------------

HOOK = "https://example.org/hook"


@pytest.mark.parametrize(
    ("url", "arguments", "reason"),
    [
        pytest.param("http://example.org/", {}, "HTTPS", id="no-tls"),
        pytest.param("https://example.org:8080/", {}, "ports", id="port"),
        pytest.param(HOOK, {"secret_token": "a b"}, "unallowed", id="secret"),
        pytest.param(HOOK, {"max_connections": 101}, "max_connections", id="connections"),
    ],
)
async def test_a_wrong_webhook_is_refused(
    call: Caller, url: str, arguments: dict[str, Any], reason: str
) -> None:
    assert reason in (await call("setWebhook", url=url, **arguments))["description"]


async def test_a_webhook_is_in_the_way_of_polls_until_it_is_deleted(call: Caller) -> None:
    await call("setWebhook", url=HOOK)
    assert (await call("getUpdates"))["error_code"] == 409
    await call("deleteWebhook")
    assert (await call("getUpdates"))["ok"]


async def test_what_the_webhook_takes_is_confirmed(call: Caller, telegram: Standin) -> None:
    taken, left = (telegram.push({"message": {}}) for _ in range(2))

    async def serve(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "secret"
        number = (await request.json())["update_id"]
        return web.Response(status=200 if number == taken else 503)

    app = web.Application()
    app.router.add_post("/hook", serve)
    await call("setWebhook", url=HOOK, secret_token="secret")
    async with TestServer(app) as server:
        assert await telegram.brings(str(server.make_url("/")).rstrip("/")) == [200, 503]
    assert telegram.updates.unconfirmed == [left]


# --- rates and faults -----------------------------------------------------------------------


async def test_rates(telegram: Standin, call: Caller) -> None:
    telegram.limited = True
    group = telegram.group()
    assert (await call("sendMessage", chat_id=group.id, text="好"))["ok"]
    answer = await call("sendMessage", chat_id=group.id, text="好")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    for _ in range(19):
        telegram.clock.advance(1)
        assert (await call("sendMessage", chat_id=group.id, text="好"))["ok"]
    telegram.clock.advance(1)
    answer = await call("sendMessage", chat_id=group.id, text="好")
    assert answer["parameters"] == {"retry_after": 40}


async def test_thirty_a_second_in_all(telegram: Standin, call: Caller) -> None:
    telegram.limited = True
    for number in range(1, 32):
        telegram.person(number).starts()
    answers = [await call("sendMessage", chat_id=n, text="好") for n in range(1, 32)]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]


async def test_faults_strike_once_and_are_no_rejections(
    telegram: Standin, bot: Bot, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else RetryAfter itself warns
    telegram.faults.garbles("sendMessage", status=502, after=True)
    telegram.faults.resets("sendMessage")
    telegram.faults.refuses("sendMessage", Refused("retry after 3", 429, retry_after=3))
    for error in (NetworkError, NetworkError, RetryAfter):
        with pytest.raises(error):
            await bot.send_message(7, "好")
    await bot.send_message(7, "了")
    assert [(await person.hears()).text for _ in range(2)] == ["好", "了"]
    assert telegram.rejected == []


async def test_a_held_call_takes_effect_before_or_after(
    telegram: Standin, bot: Bot, person: Person
) -> None:
    for after, shown in ((True, 1), (False, 0)):
        hold = telegram.faults.holds("sendMessage", after=after)
        sending = asyncio.create_task(bot.send_message(7, "好"))
        await hold.reached.wait()
        assert person.unheard == shown
        hold.release()
        await sending
        await person.hears()


# --- the library that the bot uses ----------------------------------------------------------


async def test_ptb_calls_pass(telegram: Standin, bot: Bot, person: Person) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("前後文", callback_data="x:abcdefghij")]])
    asked = await person.says("月票")
    sent = await bot.send_message(
        7,
        "<b>未定案</b>\n<blockquote>一、 交通組</blockquote>",
        parse_mode=ParseMode.HTML,
        reply_markup=markup,
        reply_parameters=ReplyParameters(asked["message_id"], allow_sending_without_reply=True),
        disable_notification=True,
    )
    assert sent.reply_to_message and sent.reply_to_message.text == "月票"
    pressed = asyncio.create_task(person.presses("前後"))
    update = (await bot.get_updates(timeout=5, offset=-1))[0]
    assert update.callback_query and update.callback_query.data == "x:abcdefghij"
    await bot.answer_callback_query(update.callback_query.id)
    assert (await pressed)["callback_query_id"] == update.callback_query.id
    await update.callback_query.edit_message_text("說明", reply_markup=markup)
    assert [(await person.hears()).edited for _ in range(2)] == [False, True]
    await bot.send_chat_action(7, "typing")
    await bot.set_my_commands([("help", "說明")], language_code="zh")
    assert [one.command for one in await bot.get_my_commands(language_code="zh")] == ["help"]
    assert telegram.rejected == []


async def test_ptb_uploads_and_downloads(telegram: Standin, bot: Bot, person: Person) -> None:
    await bot.send_photo(7, b"\x89PNG", caption="<i>圖</i>", parse_mode=ParseMode.HTML)
    sent = await bot.send_document(7, b"minutes", filename="會議紀錄.txt")
    assert sent.document and sent.document.file_name == "會議紀錄.txt"
    album = [InputMediaDocument(b"a", filename="一.txt"), InputMediaDocument(b"b")]
    await bot.send_media_group(7, album)
    file = await bot.get_file(sent.document.file_id)
    assert str(file.file_path).startswith(telegram.base_file_url)
    assert bytes(await file.download_as_bytearray()) == b"minutes"
    assert telegram.rejected == []


async def test_twenty_megabytes_can_be_fetched(telegram: Standin, bot: Bot, person: Person) -> None:
    limit = 20 * 1024 * 1024
    file = await person.sends_document("議程.pdf", b"%PDF", size=limit)
    await bot.get_file(file.id)
    file = await person.sends_document("議程.pdf", b"%PDF", size=limit + 1)
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(file.id)


async def test_ptb_answers_inline_queries(telegram: Standin, bot: Bot, person: Person) -> None:
    asking = asyncio.create_task(person.asks_inline("月票"))
    query = (await bot.get_updates(timeout=5))[0].inline_query
    assert query
    content = InputTextMessageContent("<b>未定案</b>", parse_mode=ParseMode.HTML)
    await bot.answer_inline_query(query.id, [InlineQueryResultArticle("a", "月票", content)])
    assert [result["title"] for result in (await asking)["results"]] == ["月票"]
    assert telegram.rejected == []


async def test_every_update_it_sends_is_of_the_right_shape(telegram: Standin) -> None:
    person, group = telegram.person(), telegram.group(is_forum=True)
    message = await person.says("@minutes_test_bot /help", to=group, thread=group.topic("交通"))
    await person.says("嗯", to=group, reply_to=message["message_id"])
    await person.edits(message, "/help")
    await person.sends_document("a.txt", b"a", caption="給您")
    telegram.channel().posts("公告")
    person.blocks()
    telegram.small_group().migrates(-1005)
    updates = await telegram.updates.get({})
    telegram.schema.check(updates, ["Array of Update"], "updates")
    assert len(updates) == 8
