// Who is called by surname and title (张先生, 王阿姨, 小李) is named too, though no list knows them by that.

/** Surnames of two signs; they go before those of one. */
const DOUBLE = '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 令狐 夏侯 端木 南宫 百里 独孤'

/** Surnames that nearly everybody bears. */
const COMMON =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪' +
  '田任姜范方石姚谭廖邹熊金陆郝孔白崔康邱秦江史顾侯邵孟段雷钱汤尹黎易常武乔贺赖龚文高马毛万龙陶严施洪翟温'

/** And the others of the 百家姓 that a list of residents shows. */
const OTHERS =
  '鲁褚卫尤许华戚柏水窦章云葛奚鲍韦昌苗凤花俞柳酆费廉岑薛倪滕殷毕邬安乐时皮卞齐伍元卜平和穆湛祁禹狄米贝明臧计伏成茅' +
  '庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆凌樊霍虞支柯管莫经房裘缪干解应宗丁宣邓郁单杭包诸左吉钮嵇邢滑裴荣翁荀羊' +
  '惠甄曲封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖符景詹束司韶蓟薄印宿怀蒲邰从鄂' +
  '索咸籍卓蔺屠蒙池闻党谈劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农别庄晏柴瞿充慕连茹习宦艾鱼容向古慎戈庾终暨居衡步都' +
  '耿满弘匡国寇广禄东殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公佟仉督' +
  '岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖付闫卜涂'

const DOUBLES = DOUBLE.split(' ').join('|')
const ANY = `(?:${DOUBLES}|[${COMMON}${OTHERS}])`
const KNOWN = `(?:${DOUBLES}|[${COMMON}])`

/** After any surname these are titles; nearly nothing else begins so. */
const TITLES =
  '先生|女士|小姐|太太|夫人|阿姨|叔叔|伯伯|大爷|大妈|大叔|大婶|大姐|大哥|大嫂|奶奶|爷爷|婆婆|师傅|师父|老师|同学|医生|律师|警官|' +
  '经理|主任|主管|队长|班长|组长|店长|老板|某某|某'

/** One sign is a title after the surnames that nearly everybody bears; not where it goes on as another word. */
const SHORT_TITLES =
  '姐|哥|叔|姨|嫂|婶|爷|伯|总(?![结体部计数额是共要之量站则在会])|(?<!施)工(?![作程人具地资序艺业期单本时种])'

/** 老王, 小李: not 小区, 小时, 老化. */
const CALLED =
  '[老小阿](?:[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴钟汪姜范姚谭廖邹陆崔邱秦侯邵孟钱])'

/** 张先生, 王阿姨, 李姐, 老陈: in a text without other forms of signs (NFKC). */
export const TITLED = new RegExp(`${ANY}(?:${TITLES})|${KNOWN}(?:${SHORT_TITLES})|${CALLED}`, 'gu')

/** What looks like a Chinese name at the end of a few words: 保安王强 → 王强. */
export const NAME_AT_END = new RegExp(`${ANY}\\p{Script=Han}{0,1}[^员人工长户主\\P{Script=Han}]$`, 'u')

/** Two to four signs that begin with a surname. */
export const LIKE_A_NAME = new RegExp(`^${ANY}\\p{Script=Han}{1,3}$`, 'u')
