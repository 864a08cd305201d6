"""What the heading of a section announces, by the words that stand in it."""

from __future__ import annotations

import re

from knowledge.parser.roles import Role

# The first that applies.
_THEMES: tuple[tuple[Role, str], ...] = (
    (Role.ADDRESS, r"\S長的話$|(?:主席|主持人|市長|召集人)(?:開場)?(?:的話$|致[詞辭]|(?:引言|說明|談話)$)"),
    (Role.SPEECHES, r"^(?:各|與會|出席|列席|相關)[^請]{1,8}補充(?:說明|意見)$|致[詞辭]|質詢(?:事項|議題)?$|媒體|聯訪|受訪|記者會|發言|綜合討論|分[組桌區]討論|勸解|綜合座談|意見交換|意見交流|問答|提問$|答客問|陳述(?:意見)?(?:摘要|紀要|要點|重點|紀錄)?$|交換意見|委員建議|詢答|陳述意見|民眾意見|(?:意見|建議|質詢|詢問|提問)[及與暨和、].{0,8}(?:回[應覆復]|答[覆復詢問])|意見$|(?<!辦理情形)回[應覆復]$"),
    (Role.MOTIONS, r"臨時(?:動議|提案)"),
    (Role.ASIDE, r"^(?:預定)?下次(?:會議|開會|例會)(?!.*[提議]案)|^[頒獻授]獎|^[頒授].{0,6}[證狀章]|^交接|^(?:大會|會議)開始|^全體肅立|^唱國歌|鳴炮|^禮成|典禮$|儀式$|合影|^其[他它](?:事項)?$|(?:日程|議程|流程)表$|^主席宣[告布佈]"),
    (Role.ELECTIONS, r"(?:選舉|推選|改選|補選|選任)(?:事項|作業)?$|^(?:選舉|推選|改選|補選)(?!.*(?:報告|情形)$)"),
    (Role.REPORTS, r"^報告(?:出席|人數)|執行情形|辦理情形|(?<![及與暨和])處理情形|列管|追蹤|宣讀|(?:工作|工程|施工|執行|推動|項目)進度$|確認事項$|(?:確認|上次|前次|歷次).*紀錄|紀錄.*確認|報告事項|報告$"),
    (Role.PROPOSALS, r"(?:[里居村鄉鎮市區族農漁]民|[民群]眾|鄉親|住戶|家長|學生|會員|族人|業者|攤商)(?:代表)?(?:建議|反映|陳情|請求|心聲)|建議事項$|提案|討論|審議|審定(?:事項|案)|審查案|議案|核定案|協[商調](?:議題|事項)|議題協商"),
    (Role.CONCLUSIONS, r"^協議(?:事項|內容|結果)$|^共識(?:事項)?$|^(?:後續|待辦|應辦)(?:辦理|處理|配合)?(?:事項|工作)|[長席人委](?:的)?(?:交[代辦]事項|叮[嚀囑](?:事項)?)$|結論|裁示|指示|裁\(指\)示|提示|總結|結語$"),
    (Role.STATEMENT, r"(?<!迴避)聲明|宣言"),
    (Role.RESOLUTION, r"決議|決定|(?:表決|投票)結果$"),
    (Role.REPORTS, r"報告|簡報|近況|成果|分享|說明|概況|概要|宣導|宣達|通報$"),
)  # fmt: skip


def theme(heading: str) -> Role | None:
    """Return what the heading of a numbered section announces."""
    packed = re.sub(r"\s", "", heading).replace("記錄", "紀錄")
    return next((role for role, form in _THEMES if re.search(form, packed)), None)
