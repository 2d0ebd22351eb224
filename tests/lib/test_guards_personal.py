"""Numbers, contacts and addresses of persons. Every number here is made up (births in 1900)."""

import pytest

from tests.lib.guards import blocked, found, remedied, warned

PERSONAL = [
    ("身份证110101190001010014已核", "id_card", "110101190001010014"),
    ("号码11010119000101009X", "id_card", "11010119000101009X"),
    ("11010119000101009x", "id_card", "11010119000101009x"),
    ("110101 19000101 0014", "id_card", "110101 19000101 0014"),
    ("1101 0119 0001 0100 14", "id_card", "1101 0119 0001 0100 14"),
    ("１１０１０１１９０００１０１００１４", "id_card", "１１０１０１１９０００１０１００１４"),
    ("110101\u200b190001010014", "id_card", "110101\u200b190001010014"),
    ("身份证号：110101190001010011", "id_card", "110101190001010011"),
    ("ID number 110101190001010011", "id_card", "110101190001010011"),
    ("110101000101003是老号", "id_card", "110101000101003"),
    ("卡号6222020000000000000转", "bank_card", "6222020000000000000"),
    ("6217 0000 0000 0006", "bank_card", "6217 0000 0000 0006"),
    ("6217-0000-0000-0006", "bank_card", "6217-0000-0000-0006"),
    ("4000000000000002", "bank_card", "4000000000000002"),
    ("5100000000000008", "bank_card", "5100000000000008"),
    ("６２１７ 0000 0000 0006", "bank_card", "６２１７ 0000 0000 0006"),
    ("打13800138000找他", "phone", "13800138000"),
    ("138 0013 8000", "phone", "138 0013 8000"),
    ("138-0013-8000", "phone", "138-0013-8000"),
    ("138.0013.8000", "phone", "138.0013.8000"),
    ("138－0013－8000", "phone", "138－0013－8000"),
    ("138—0013—8000", "phone", "138—0013—8000"),
    ("138 001 38000", "phone", "138 001 38000"),
    ("１３８００１３８０００", "phone", "１３８００１３８０００"),
    ("1 3 8 0 0 1 3 8 0 0 0", "phone", "1 3 8 0 0 1 3 8 0 0 0"),
    ("+86 138 0013 8000", "phone", "+86 138 0013 8000"),
    ("(+86)13800138000", "phone", "(+86)13800138000"),
    ("008613800138000", "phone", "008613800138000"),
    ("打{13800138000}", "phone", "13800138000"),
    ("0571-87654321", "phone", "0571-87654321"),
    ("057187654321", "phone", "057187654321"),
    ("（0571）8765 4321", "phone", "（0571）8765 4321"),
    ("+86 571 8765 4321", "phone", "+86 571 8765 4321"),
    ("021－5555 6666", "phone", "021－5555 6666"),
    ("0451·2345678", "phone", "0451·2345678"),
    ("电话：87654321", "phone", "87654321"),
    ("请拨打8765-4321", "phone", "8765-4321"),
    ("Call 8765 4321 now", "phone", "8765 4321"),
    ("400-765-4321", "phone", "400-765-4321"),
    ("4007654321", "phone", "4007654321"),
    ("800 810 8888", "phone", "800 810 8888"),
    ("+44 20 7946 0958", "phone", "+44 20 7946 0958"),
    ("0912-345-678", "phone", "0912-345-678"),
    ("京A12345停在楼下", "plate", "京A12345"),
    ("车牌沪A·12345", "plate", "沪A·12345"),
    ("苏ED12345", "plate", "苏ED12345"),
    ("粤BD12345是新能源", "plate", "粤BD12345"),
    ("粵B1234學", "plate", "粵B1234學"),
    ("写信到zhangsan@qq.com", "email", "zhangsan@qq.com"),
    ("zhang.san+1@mail.163.com。", "email", "zhang.san+1@mail.163.com"),
    ("zhangsan（at）qq.com", "email", "zhangsan（at）qq.com"),
    ("ｚｓ＠qq．com", "email", "ｚｓ＠qq．com"),
    ("微信号：xiaoli_888", "chat_number", "xiaoli_888"),
    ("微信 wxid_abc123", "chat_number", "wxid_abc123"),
    ("加V：abc123456", "chat_number", "abc123456"),
    ("或微信zhou123456问我", "chat_number", "zhou123456"),
    ("加微信zhou123456", "chat_number", "zhou123456"),
    ("加VX zhou123456", "chat_number", "zhou123456"),
    ("加vxzhou123456", "chat_number", "zhou123456"),
    ("威信ZHOU_123", "chat_number", "ZHOU_123"),
    ("wx：zhou123456", "chat_number", "zhou123456"),
    ("QQ：12345678", "chat_number", "12345678"),
    ("QQ群123456789", "chat_number", "123456789"),
    ("扣扣号1234567", "chat_number", "1234567"),
    ("微信號：xiaoli_888", "chat_number", "xiaoli_888"),
    ("WeChat ID: hello_world1", "chat_number", "hello_world1"),
    ("WhatsApp number: 98765432", "chat_number", "98765432"),
    ("住在青石路12号", "address", "12号"),
    ("幸福里弄3号", "address", "3号"),
    ("柳树巷十二号", "address", "十二号"),
    ("人民大道120号", "address", "120号"),
    ("解放路北段12号", "address", "12号"),
    ("青石路1号院3号楼2单元501室", "address", "1号院3号楼2单元501室"),
    ("幸福小区3栋", "address", "3栋"),
    ("桃花苑5号楼2单元", "address", "5号楼2单元"),
    ("3号楼1203", "address", "3号楼1203"),
    ("12栋502室", "address", "12栋502室"),
    ("住502室", "address", "502室"),
    ("胜利村3组12号", "address", "3组12号"),
    ("青石路12號3樓502室", "address", "12號3樓502室"),
    ("at No. 12, Qinghe Road", "address", "No. 12, Qinghe Road"),
    ("at 12 Old Market Street", "address", "12 Old Market Street"),
    ("Qinghe Road No. 12", "address", " No. 12"),
    ("in Room 302 upstairs", "address", "Room 302"),
    ("Building 5, Unit 3", "address", "Building 5, Unit 3"),
]
ORDINARY = [
    "打110，或96110，或12381。",
    "银行电话95588",
    "请打{110}或{96110}",
    "010-66010001、（010）66010001、+86 10 66010001",
    "拨打66010001",
    "400-123-4567、4001234567",
    "000-0000-0000、0000-0000000、400-000-0000",
    "被骗50000元",
    "转走12000元，又转12500",
    "共13800138000元",
    "2025年6月18日10:42，2025-06-18，2025.06.18，20250618",
    "2026-11-20T09:00:00+08:00",
    "第287条、第12345号",
    "占86.40%，利息3.14159",
    "订单号20250618123456789012",
    "运单SF1234567890123",
    "尾号3308的卡",
    "警号95123",
    "微信转账5000元，加微信聊，微信群20000人",
    "微信Windows11，微信iPhone15，微信500W人，微信wifi",
    "WeChat groups, WeChat account, WeChat payment",
    "WeChat: message history",
    "QQ音乐、QQ邮箱",
    "info@wu-tk.example",
    "车牌京A*****",
    "云V60000元",
    "新T恤",
    "3路、15路公交",
    "地铁1号线",
    "青石街道8号通知",
    "马路1号店",
    "在路上3号到家",
    "一座3层小楼",
    "中山路口有人",
    "5栋楼都贴了",
    "Room for 3 people",
    "Call 110 on the road",
    "a flat 500 yuan fee",
    "Article 287, 40,000 yuan, 3 December 2025, 10:42",
    "call 010 66010001",
    "0000 0000 0000 0000",
]
WARNED = [
    ("110101190001010011", "id_card"),
    ("编号110101000101003", "id_card"),
    ("1234567890123452", "bank_card"),
    ("账号：123456789012345", "bank_card"),
    ("订单号6217000000000006", "bank_card"),
    ("订单号：13800138000", "phone"),
    ("打95533问", "short_number"),
    ("96288", "short_number"),
    ("Call 12315", "short_number"),
    ("jubao@12321.cn", "email"),
    ("在3号楼大厅", "address"),
    ("in Building 3", "address"),
]
REMEDIES = [
    ("zh-hans", "打13800138000找他", "打（号码已隐去）找他"),
    ("zh-hant", "打13800138000找他", "打（號碼已隱去）找他"),
    ("en", "Call 13800138000.", "Call (number removed)."),
    ("zh-hans", "身份证110101190001010014", "身份证（号码已隐去）"),
    ("zh-hans", "粤BD12345", "粤B*****"),
    ("zh-hans", "住青石路12号502室，常出门", "住青石路，常出门"),
    ("zh-hans", "幸福小区3栋2单元", "幸福小区"),
    ("en", "at No. 12, Qinghe Road", "at Qinghe Road"),
    ("zh-hans", "邮箱zhangsan@qq.com", "邮箱"),
    ("zh-hans", "打95533问", "打问"),
]


@pytest.mark.parametrize(("text", "kind", "place"), PERSONAL)
def test_personal_data_blocks(text, kind, place):
    assert blocked(text) == [(kind, place)]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_numbers_and_places_pass(text):
    assert found(text) == []


@pytest.mark.parametrize(("text", "kind"), WARNED)
def test_what_could_be_personal_is_only_asked_about(text, kind):
    assert blocked(text) == []
    assert [kind for kind, _place in warned(text)] == [kind]


@pytest.mark.parametrize(("language", "text", "after"), REMEDIES)
def test_one_tap_takes_the_personal_part_out_and_leaves_the_sentence(language, text, after):
    assert remedied(text, language) == after


def test_only_personal_data_may_be_let_pass_by_a_reviewer():
    finds = found("打13800138000，贪心，保证追回，见evil.com")
    assert [(find.kind, find.personal) for find in finds] == [
        ("phone", True),
        ("blaming", False),
        ("promise", False),
        ("link_host", False),
    ]
