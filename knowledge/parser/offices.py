"""The offices, titles and surnames by which the parser tells a person's name from the rest."""

from __future__ import annotations

from knowledge.regex import regex

_TITLES = (
    "獨立董事 隊員 館員 團員 輔導員 鄉代表 鎮代表 市代表 鄉民代表 鎮民代表 市民代表 召集委員 老闆 監委 財委 副主委 執行董事 檢察長 教官 總教官 鄰長 主秘 專委 總監 指揮官 社工 計畫主持人 協同主持人 分署長 分局長 分處長 分院長 分會長 支會長 教務長 學務長 總務長 研發長 國際長 財務長 資訊長 護理長 庭長 主計長 志工 監察人 常監 常務監察人 總召 副總召 書記長 勞方代表 資方代表 偵查佐 偵查員 巡佐 巡官 警員 警務員 警務正 督察 督察長 頭目 耆老 長老 族長 神父 修女 傳道 住持 牧師 總務 文書 理事主席 監事主席 主計員 會計員 管理師 雇員 里幹事 村幹事 輔導員 營養師 教師 承辦人 負責人 約聘人員 約僱人員 約用人員 工讀生 替代役 主任委員 副主任委員 主任秘書 專門委員 董事長 理事長 監事長 執行長 秘書長 "
    "幕僚長 參謀長 大隊長 分隊長 小隊長 中隊長 市長 縣長 院長 部長 次長 署長 "
    "司長 局長 處長 廳長 科長 課長 股長 組長 小組長 室主任 主任 所長 館長 校長 園長 "
    "區長 鄉長 鎮長 里長 村長 隊長 站長 廠長 副理 行長 會長 社長 團長 班長 董事 "
    "理事 監事 議長 議員 立委 委員 主委 召集人 引水人 主席 發言人 總經理 經理 協理 "
    "襄理 企劃師 管理師 分析師 設計師 規劃師 工程師 建築師 技師 律師 醫師 護理師 "
    "社工師 社工員 社工督導 心理師 會計師 工程司 幫工程司 正工程司 正工程員 副工程員 會計 會計主任 出納 技正 技士 技佐 "
    "參事 參議 秘書 專員 科員 課員 組員 股員 辦事員 書記 幹事 編審 視察 督導 "
    "督學 研究員 研究助理 佐理員 管理員 助理員 工程員 稽查員 管制員 調查員 組織員 "
    "檢察官 法官 消費者保護官 教授 講師 老師 同學 顧問 專家 代表 主計 檢驗師 行政助理 "
    "助理 書記官 業務員 服務員 編輯 總幹事 幹事長 執行秘書 聯絡人 研究委員 諮議 "
    "正工程員 主任工程司 主任工程師 正工程師 高級工程師 會計 出納 護士 "
    "技監 總工程司 檢察長 主任檢察官 檢察事務官 主任觀護人 觀護人 書記官長 "
)
_RANKS = "高級|首席|籌備|主治|住院|專案|專科|代理|約聘|約僱|約雇|簡任|薦任|委任|專任|兼任|助理|常務|政務|資深|總|副|代"
HONORIFICS = ("先生", "女士", "小姐")
_ALL = "|".join(sorted(_TITLES.split(), key=len, reverse=True)).replace("秘", "[秘祕]")
# Not the head of a longer word: 市長室, 委員會, 秘書處 and 秘書單位 are offices.
TITLE = regex(
    rf"(?:{_RANKS})*(?:{_ALL})"
    r"(?![會處室科課股組院局署部府]|單位|機關)"
)
OFFICE = regex(
    r".*(?:[^\s]{2,3}(?:[里村](?![長幹])|[縣市區鄉鎮](?![長政府公]))|(?:所有權|關係|承租|陳情|申請|繼承)人|住戶|社員|會員|股東|攤商|攤友|農友|漁友|船東|社友|校友|[里村市居]民|民眾|[勞資]方(?=\S(?:代表|$))|政府|市府|縣府|本府|委員會|協會|公會|學會|商會|總會|工會|基金會|聯盟|局|處|署|部|院|府"
    r"|科|課|室|股|中心|公司|大學|學院|學校|國小|國中|高中|學系|系|所|平臺|平台|黨團|單位|機關"
    r"|[組隊館廠社]|會(?!議)|(?<!網)站|客運|幼兒園|[海分]關|航[空運]|[海貨通]運|電信|[農林]場|銀行|監造|承商|物業|營造|營建|司(?![馬徒])|\d[樓號棟])"
)
# The most frequent surnames of Taiwan's household registers, and the first of double ones.
SURNAMES = frozenset(
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙"
    "顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬董温溫唐藍石蔣古紀姚連馮歐程湯田康姜汪白涂鄒尤巫鐘龔"
    "嚴韓黎阮袁童陸金錢夏邵柳倪湛譚駱賀秦史熊龍雷左畢任季車房焦葛諸司上官東皇尉令端喬鮑甘裴項"
    "單翟官伍萬段孟易孔尹凌樊全樂包池管祝于佘粘顧穆辛甯龐聶欒褚嵇閔閻竇鄔鄂鄢酈戚郝麥喻苗"
)
# Surnames that are also the first character of common words: proof only beside a title.
RARE_SURNAMES = SURNAMES | frozenset(
    "安花丘穆卜顧柴艾應宗桂甯辛幸冉冷巴平文毛牛尚岳宮封明苗郝殷章商常強麥喻景舒嵇閔閻儲竇龐邊"
    "羊聶蘭饒關欒戚戎成曲朴米沙杭狄麻勞褚解揭鄔鄂鄢酈隋卞刁向佟束步邢仇"
    "匡宓衛費廉佟舒岑鈕沃莘聞莘党逄姬扶堵宰雍郤璩桑濮壽扈燕冀郟浦晏瞿茹宦戈庾衡耿寇闕沃蔚鞏晁敖訾闞"
    "宣霍凃薄荀柏藺蒲滿粟申裘苑仝冼靳覃鄺邰祁桓酆宿"
    "鞠豐巢蒯荊竺仉帥亢練逯婁雲晉滕貝屈董籃危留塗鄞宮萇鄶昝伏甄臧米禹闡隗繆"
    "華陶奚郎韋鳳滑賁麴羿汲邴井弓仲暴鈄祖武韶郜薊郗庹"
    "印利農席榮惠牧仰秋懷索胥魚慎暨弘夔勾蓋冼牟鹿苟邸"
    "權賈盛符諶談梅吉莫查俞屠辜逢厲衣蒙習楚閆貢路侍容時隆魯危臧屈茅虞郁崔芮糜烏谷班伊齊溥皮"
)
_DOUBLE_SURNAMES = "歐陽 司馬 諸葛 上官 司徒 夏侯 東方 皇甫 尉遲 公孫 令狐 端木 張簡 范姜 鄭戴 周陳 張廖 慕容 宇文 長孫 鍾離 鮮于 申屠 陳李 王楊 江謝 呂謝 聞人 南宮 呼延 赫連 澹臺 公冶 宗政 濮陽 淳于 單于 太史 軒轅 閭丘 百里 東郭 拓跋 獨孤 完顏 萬俟 巫馬 公羊 太叔 仲孫 左丘 納蘭"
DOUBLE_SURNAMES = frozenset(_DOUBLE_SURNAMES.split())
# 護理系蒲系主任麗君: the head of a department has its kind in the title.
_HEADS_DEPARTMENT = regex(rf"(?P<who>.*[{''.join(sorted(RARE_SURNAMES))}])[系所科室組]")

# Whoever serves the body that meets has an office of his own.
SERVES_BODY = "副?(?:執行長|召集人|主任委員|指揮官|總幹事|執行秘書)"
_OF_BODY = regex(rf".*(?:籌備[處會]|小組|工作圈|委員會|中心|專案|會報){SERVES_BODY}(?=.{{3,}}$)")


def own_office(org: str) -> str:
    """Return the office itself of what stands before a surname: 教育處 of 籌備處執行長教育處."""
    return _OF_BODY.sub("", org)


def whole_office(org: str, title: str) -> str:
    """Return 警察局 for 警察 before 局長."""
    whole = org + title[0]
    cut_off = org and len(title) == 2 and not OFFICE.fullmatch(org)
    return whole if cut_off and OFFICE.fullmatch(whole) else org


def before_title(words: str, title: str) -> str:
    """Return the words before a title, without what belongs to it: 護理系蒲 of 護理系蒲系主任."""
    found = _HEADS_DEPARTMENT.fullmatch(words) if title == "主任" else None
    office = found["who"][:-1] if found else ""
    return found["who"] if found and (not office or OFFICE.fullmatch(office)) else words


def is_double_surname(word: str) -> bool:
    """Tell whether *word* is a surname of two, an old one or one that marriage joined: 曾潘."""
    joined = len(word) == 2 and set(word) <= SURNAMES
    return word in DOUBLE_SURNAMES or joined
