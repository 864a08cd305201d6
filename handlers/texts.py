"""Every sentence the bot says, one catalogue a language; a translator needs no code.

Placeholders in braces are filled by the cards. Quotations are never translated.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The words of one language. A missing one is an error at start, not in a chat."""

    # buttons
    context: str
    next_hit: str
    whole_list: str
    this_meeting: str
    meetings: str
    look: str
    back: str
    earlier: str
    later: str
    read_there: str
    # cards
    remark_of: str
    matched: str
    replaced: str
    follow_up: str
    roc_year: str
    elsewhere: str
    near_misses: str
    list_heading: str
    context_heading: str
    undated: str
    meeting_date: str
    page: str
    empty_meeting: str
    # honest noes
    no_words: str
    no_scope: str
    no_fact: str
    no_answer: str
    searched: str
    searched_nothing: str
    not_included: str
    # facts that may be asked for and not be there
    wanted: dict[str, str]
    # names of outcomes and kinds in another language than the minutes'; model.py has theirs
    outcomes: dict[str, str]
    kinds: dict[str, str]
    # conversation
    welcome: str
    small_talk: str
    help: str
    help_in_groups: str
    examples: tuple[str, ...]
    commands: dict[str, str]
    meetings_heading: str
    which_meeting: str
    no_such_meeting: str
    only_text: str
    gone: str
    failed: str


CHINESE = Texts(
    context="前後文",
    next_hit="下一筆 {number}/{total}",
    whole_list="同一標題全部",
    this_meeting="這次會議",
    meetings="看收錄的會議",
    look="看這一段 {number}",
    back="回到這次會議",
    earlier="上一頁",
    later="下一頁",
    read_there="看另一次會議的紀錄",
    remark_of="{office}發言，不是會議決議",
    matched="依「{words}」找到",
    replaced="「{typed}」以「{meant}」查詢",
    follow_up="待辦：{promise}",
    roc_year="{roc} 年即西元 {western} 年",
    elsewhere="{date}的會議另有紀錄提到",
    near_misses="最接近的段落，不是答案：",
    list_heading="{heading}，共 {total} 項",
    context_heading="前後文",
    undated="日期不詳",
    meeting_date="{roc}（{weekday}）{iso}",
    page="第 {page}/{pages} 頁",
    empty_meeting="這份紀錄沒有可以顯示的段落。",
    no_words="{minutes}都沒有提到「{words}」。",
    no_scope="收錄的紀錄中沒有「{words}」。",
    no_fact="紀錄中沒有{wanted}。",
    no_answer="紀錄中沒有找到這個問題的答案。",
    searched="收錄範圍：{first}至{last}的 {total} 次會議；附件與簽到表不在內。",
    searched_nothing="目前還沒有收錄任何會議紀錄。",
    not_included="附件與簽到表不在內",
    wanted={
        "money": "金額",
        "headcount": "人數",
        "percent": "比率",
        "vote": "表決的票數",
        "phone": "聯絡方式",
        "day": "日期",
        "date": "日期",
        "hour": "時間",
        "duration": "多久",
        "where": "地點",
        "count": "數量",
        "items": "逐項的名稱",
        "name": "人名",
    },
    outcomes={},
    kinds={},
    welcome="您好，這裡可以查基隆、臺北、新北、桃園四市合作會議的紀錄。請直接用中文問，例如：",
    small_talk="您好，我可以從會議紀錄裡找出原文、結果與日期。可以這樣問：",
    help=(
        "直接輸入問題，就會找出會議紀錄的原文、後來的結果與會議日期；"
        "紀錄裡沒有的，會說沒有。\n\n"
        "可以指定會議（第2次市長層級會議、去年、關稅那場）、首長、議題小組或點次（產業面向第二點），"
        "也可以接著追問（那社福組呢）。"
    ),
    help_in_groups="在群組裡，請用指令、@{name} 或回覆我的訊息來問。",
    examples=("月票後來怎麼決定", "六項共同策略有哪些", "第3次市長層級會議在哪裡開"),
    commands={
        "start": "開始使用",
        "help": "可以怎麼問",
        "meetings": "收錄的會議",
        "meeting": "看一次會議的內容，例如 /meeting 2024-03-15",
    },
    meetings_heading="收錄的會議，共 {total} 次",
    which_meeting="請選一次會議，或在指令後面加上日期，例如 /meeting 2024-03-15",
    no_such_meeting="沒有收錄「{words}」這次會議。請從下面選一次。",
    only_text="目前只看得懂文字訊息，請把問題打成文字。",
    gone="這個按鈕的內容已經不在了，請再問一次。",
    failed="剛才處理時出了問題，請稍後再試一次。",
)

ENGLISH = Texts(
    context="Context",
    next_hit="Next {number}/{total}",
    whole_list="All under this heading",
    this_meeting="This meeting",
    meetings="Meetings on record",
    look="Read passage {number}",
    back="Back to this meeting",
    earlier="Previous page",
    later="Next page",
    read_there="Read the other meeting",
    remark_of="Remarks by {office}, not a resolution",
    matched="Found by “{words}”",
    replaced="Searched for “{meant}” instead of “{typed}”",
    follow_up="To follow: {promise}",
    roc_year="The year {roc} is {western}",
    elsewhere="The meeting of {date} speaks of it too",
    near_misses="The nearest passages; they are not an answer:",
    list_heading="{heading}: {total} items",
    context_heading="Context",
    undated="date unknown",
    meeting_date="{roc}（{weekday}）{iso}",
    page="Page {page}/{pages}",
    empty_meeting="These minutes have no passage to show.",
    no_words="{minutes} do not mention “{words}”.",
    no_scope="There are no minutes of “{words}” on record.",
    no_fact="The minutes do not state {wanted}.",
    no_answer="The minutes hold no answer to this question.",
    searched="On record: {total} meetings from {first} to {last}, without annexes and sign-in sheets.",
    searched_nothing="No minutes are on record yet.",
    not_included="without annexes and sign-in sheets",
    wanted={
        "money": "an amount of money",
        "headcount": "a number of people",
        "percent": "a rate",
        "vote": "votes",
        "phone": "contact details",
        "day": "a date",
        "date": "a date",
        "hour": "a time",
        "duration": "how long",
        "where": "a place",
        "count": "a number",
        "items": "the names of each",
        "name": "a person's name",
    },
    outcomes={
        "approved": "Approved as proposed",
        "amended": "Approved with amendments",
        "noted": "Noted",
        "continued": "Not settled, to be discussed further",
        "directed": "Directed by the chair",
        "declared": "Position of the joint statement",
        "remarked": "Remarks, not a resolution",
        "withdrawn": "Withdrawn",
        "reserved": "Reserved",
        "none": "None",
    },
    kinds={
        "header": "Facts of the meeting",
        "report": "Report",
        "proposal": "Proposal",
        "explanation": "Explanation",
        "resolution": "Resolution",
        "conclusion": "Chair's conclusion",
        "speech": "Speech",
        "statement": "Joint statement",
        "motion": "Other business",
        "other": "Other",
    },
    welcome="Hello. Ask about the minutes of the joint meetings of Keelung, Taipei, New Taipei and Taoyuan, for example:",
    small_talk="Hello. I quote the minutes, with what was decided and when. You could ask:",
    help=(
        "Type a question: you get the minutes' own words, what became of it and the date. "
        "What the minutes do not say, I say they do not.\n\n"
        "You may name a meeting, a date, a mayor, a topic group or the number of a point, "
        "and ask on from an answer. Quotations stay in Chinese."
    ),
    help_in_groups="In groups, use a command, mention @{name} or reply to me.",
    examples=("月票後來怎麼決定", "六項共同策略有哪些", "When was the third mayors' meeting held?"),
    commands={
        "start": "Begin",
        "help": "What can be asked",
        "meetings": "Meetings on record",
        "meeting": "One meeting, e.g. /meeting 2024-03-15",
    },
    meetings_heading="Meetings on record: {total}",
    which_meeting="Choose a meeting, or add its date to the command, e.g. /meeting 2024-03-15",
    no_such_meeting="“{words}” is not on record. Choose one of these.",
    only_text="I can read text only; please type your question.",
    gone="What this button showed is gone; please ask again.",
    failed="Something went wrong; please try again later.",
)


def texts_for(language_code: str | None) -> Texts:
    """Return English for a Telegram set to English, else Traditional Chinese."""
    return ENGLISH if (language_code or "").lower().startswith("en") else CHINESE
