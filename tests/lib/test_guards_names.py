"""Full names in the pattern of reports; surnames with 某 or a title are what the house writes."""

import pytest

from tests.lib.guards import blocked, found, remedied

NAMES = [
    ("受害人王小明接到电话", "王小明"),
    ("受害人王明在家", "王明"),
    ("受害人王明发现不对", "王明"),
    ("受害人王国强到所里报案", "王国强"),
    ("被害人：李建国", "李建国"),
    ("事主欧阳小红收到短信", "欧阳小红"),
    ("事主诸葛明称", "诸葛明"),
    ("市民李建国的银行卡", "李建国"),
    ("居民张秀英、", "张秀英"),
    ("嫌疑人赵铁柱被抓", "赵铁柱"),
    ("值班民警陈军听完", "陈军"),
    ("通讯员 王强", "王强"),
    ("户名：王建国", "王建国"),
    ("收款人是刘淑芬。", "刘淑芬"),
    ("小伙子王强被骗", "王强"),
    ("姓名：王小明", "王小明"),
    ("姓名：高明", "高明"),
    ("姓名：王小明男52岁", "王小明"),
    ("姓名：司马睿 性别：男", "司马睿"),
    ("有个人名叫周大福。", "周大福"),
    ("王小明（男，52岁）", "王小明"),
    ("李红，女，35岁", "李红"),
    ("陈德福，67岁，", "陈德福"),
    ("张伟称对方要钱", "张伟"),
    ("当天，王小明接到来电", "王小明"),
    ("6月18日王小明报警", "王小明"),
    ("青石区的李秀兰收到短信", "李秀兰"),
    ("张伟夫妇到银行", "张伟"),
    ("受害人｜王小明接到", "王小明"),
    ("王丽华阿姨被骗三千", "王丽华"),
    ("有位王丽华阿姨被骗", "王丽华"),
    ("我们小区的张建国老大爷", "张建国"),
    ("隔壁陈秀英奶奶说", "陈秀英"),
    ("居民何国强师傅", "何国强"),
    ("欧阳小红女士来了", "欧阳小红"),
    ("王麗華老師和大家", "王麗華"),
    ("被害人張偉被騙", "張偉"),
    ("事主葉小紅報警", "葉小紅"),
    ("市民鍾國強的帳戶", "鍾國強"),
    ("受害人阿卜杜拉·买买提接到", "阿卜杜拉·买买提"),
    ("Mr. Wang Xiaoming lost money", "Wang Xiaoming"),
    ("Ms Li Xiu-lan said", "Li Xiu-lan"),
    ("victim Wang Xiaoming", "Wang Xiaoming"),
    ("Resident Xiaoming Wang got a call", "Xiaoming Wang"),
    ("Name: Ouyang Xiaohong", "Ouyang Xiaohong"),
    ("Zhang Wei, 52, got a call", "Zhang Wei"),
]
NOT_NAMES = [
    "受害人王某接到电话",
    "受害人王某某、李某",
    "李女士、张先生、王阿姨、李老师、周大爷、陈警官",
    "市民李女士接到电话",
    "王阿姨被骗三千，欧阳女士、诸葛老师、王老先生、周老师傅",
    "王丽华阿姨（化名）被骗",
    "宁波江先生来电",
    "任何开锁师傅，换锁时开锁师傅说，请安全老师讲课",
    "对方成年先生，公安文明先生",
    "小区大妈，社区阿姨，高中英语老师，清华大学老师，黄石市大妈，张家老奶奶",
    "居民张先生（52岁）",
    "居民高某，男",
    "陈伯报警，王哥说",
    "石家庄警方通报，温馨提示说",
    "林科长称，金行长说，王工说",
    "联系人：王女士",
    "姓名：必填",
    "姓名、电话、住址",
    "收款人：不是您认识的人",
    "户名是您不认识的人",
    "王小明（化名）接到电话",
    "姓名：张三",
    "居民高度警惕",
    "居民安全意识强",
    "市民方便时来",
    "市民马上报警",
    "群众任何时候都可以来",
    "老人白天在家",
    "老人周末接到电话",
    "黄金被骗走",
    "万元被骗，3万元被骗",
    "高手说能赚钱",
    "王国说",
    "金融公司称",
    "温州市民收到短信",
    "江苏警方称",
    "学生成长的路上",
    "用户金额不符",
    "客户应当核实",
    "大学生（女）",
    "孙子说正在上班",
    "钱直接到他手里",
    "车商说先验车",
    "民警当即告知",
    "常常接到，任何时候发现，于是报警",
    "严肃地说，安静地说，简单介绍",
    "平台称，文中称，农业银行介绍",
    "钱包发现，江边发现，余额通过",
    "Mr Zhou saw a text",
    "Mr Zhou Loses 30,000",
    "Ms. Li and Mr. Wang",
    "The victim saw it",
    "a man surnamed Wang",
    "Resident of Qingshi Subdistrict",
    "Name: your full name",
]
REMEDIES = [
    ("zh-hans", "受害人王小明接到", "受害人王某某接到"),
    ("zh-hans", "事主欧阳小红称", "事主欧阳某某称"),
    ("zh-hans", "王丽华阿姨被骗三千", "王某某阿姨被骗三千"),
    ("zh-hant", "被害人張偉被騙", "被害人張某被騙"),
    ("en", "Mr. Wang Xiaoming lost money", "Mr. Wang lost money"),
    ("en", "victim Xiaoming Wang", "victim Wang"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_full_name_where_reports_put_one_blocks(text, name):
    assert blocked(text) == [("full_name", name)]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_titles_placeholders_and_ordinary_words_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(("language", "text", "after"), REMEDIES)
def test_the_remedy_keeps_the_surname(language, text, after):
    assert remedied(text, language) == after


def test_every_name_of_a_list_is_found():
    assert blocked("市民李建国、王芳和张伟收到短信") == [
        ("full_name", "李建国"),
        ("full_name", "王芳"),
        ("full_name", "张伟"),
    ]
