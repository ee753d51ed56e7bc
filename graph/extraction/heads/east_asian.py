"""Tells job titles and houses in Chinese, Japanese and Korean by their last characters; these scripts part no words and know no capitals."""

from __future__ import annotations

import re

_LETTER = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_HAS_LETTER = re.compile(_LETTER)
_TITLE = re.compile(
    r"(?:工程師|工程师|開發者|开发者|程序员|程式設計師|設計師|设计师|架構師|架构师|分析師|分析师|經理|经理|主管|總監|总监|總裁|总裁|助理|專員|专员|顧問|顾问|教師|教师|老師|老师|講師|讲师|"
    r"教授|研究員|研究员|實習生|实习生|主任|組長|组长|部長|部长|課長|課长|係長|店長|店长|店員|店员|人員|人员|服務員|服务员|編輯|编辑|記者|记者|翻譯|翻译|會計|会计|會計師|会计师|律師|律师|"
    r"醫師|医师|醫生|医生|護理師|護士|护士|藥師|司機|司机|廚師|厨师|負責人|负责人|創辦人|创始人|運營|运营|"
    r"エンジニア|デザイナー|マネージャー?|リーダー|ディレクター|プログラマー?|コンサルタント|アナリスト|プランナー|インターン|アルバイト|アシスタント|スタッフ|アーキテクト|プロデューサー|"
    r"社員|担当|営業|事務|看護師|教諭|取締役|代表|研究者|"
    r"개발자|엔지니어|디자이너|매니저|팀장|팀원|과장|차장|부장|대리|사원|인턴|연구원|기획자|마케터|컨설턴트|강사|교사|간호사|대표|아르바이트|조교|분석가|회계사)"
)
_HOUSE = re.compile(
    r"(?:公司|集團|集团|銀行|银行|大學|大学|學院|学院|學校|学校|中學|中学|小學|小学|高中|醫院|医院|病院|協會|协会|基金會|基金会|研究所|研究院|事務所|事务所|工作室|書店|书店|教室|出版社|雜誌社|"
    r"博物館|博物馆|美術館|圖書館|图书馆|餐廳|餐厅|飯店|酒店|工廠|工厂|科技|株式会社|有限会社|合同会社|財団|法人|商店|"
    r"주식회사|은행|대학교|대학|병원|연구소|연구원|그룹|학원|고등학교|협회|재단)"
)
_LEGAL_AHEAD = re.compile(r"(?:株式会社|有限会社|合同会社|一般社団法人|㈱|\(株\)|주식회사|\(주\)|㈜)\s?")
_TELLS = re.compile(r"[。！？]|入社|転職|退社|退職|入学|卒業|就職|に従事|입사|퇴사|입학|졸업|毕业|畢業")
"""In what tells that somebody came or went: "株式会社みなとに入社。" is no name."""
_PARTS = re.compile(r"[\s\-–—/／・·(（、,:：]+")


def is_title_in_east_asia(text: str) -> bool:
    """Return whether a part of a text in these scripts ends as job titles do.

    >>> is_title_in_east_asia("後端工程師"), is_title_in_east_asia("専門-展覽"), is_title_in_east_asia("柳岸文化協會")
    (True, False, False)
    """
    if _HAS_LETTER.match(text) is None or len(text) > 30 or is_house_in_east_asia(text):
        return False  # "【役割】エンジニア" is a label with its value.
    return any(_ends(_TITLE, part) for part in _PARTS.split(text))


def is_house_in_east_asia(text: str) -> bool:
    """Return whether a text in these scripts ends, or begins, as the names of companies and institutions do.

    >>> is_house_in_east_asia("柳岸文化協會"), is_house_in_east_asia("株式会社みなと"), is_house_in_east_asia("後端工程師")
    (True, True, False)
    """
    if (
        len(text) > 40
        or _TELLS.search(text) is not None
        or (_HAS_LETTER.match(text) is None and _LEGAL_AHEAD.match(text) is None)
    ):
        return False
    return _LEGAL_AHEAD.match(text) is not None or _ends(_HOUSE, text.rstrip(")） "))


def _ends(endings: re.Pattern[str], text: str) -> bool:
    return any(match.end() == len(text) for match in endings.finditer(text))


def tells_in_east_asia(text: str) -> bool:
    """Return whether a text in these scripts tells that somebody came or went, and is no head: "株式会社みなとに入社。"."""
    return _TELLS.search(text) is not None


_CHINESE_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖"
    "贾賈夏韦韋付邹鄒熊孟秦邱侯江尹薛闫閻段雷龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫洪詹簡"
)
_KOREAN_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염"
)
_PERSON = re.compile(rf"[{_CHINESE_SURNAMES}][\u4e00-\u9fff]{{1,2}}|[{_KOREAN_SURNAMES}][\uac00-\ud7af]{{2}}")


def is_person_in_east_asia(text: str) -> bool:
    """Return whether a text is a Chinese or Korean name: a surname of the hundred most frequent, then one or two characters.

    >>> is_person_in_east_asia("陳怡君"), is_person_in_east_asia("김가상"), is_person_in_east_asia("作品集")
    (True, True, False)
    """
    is_one = _PERSON.fullmatch(text) is not None
    return is_one and not is_title_in_east_asia(text) and not is_house_in_east_asia(text)
