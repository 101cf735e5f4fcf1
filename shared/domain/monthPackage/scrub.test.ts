import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalWords } from './personal'
import { scrubber } from './scrub'

const KNOWN = {
  names: ['单雄信', '高兴', '欧阳娜娜', '李', 'Tom Smith'],
  phones: ['13812345678', '0571-88886666', '8012', '+85261234567'],
  plates: ['浙A12345', '粤BD12345'],
  unitCodes: ['5-2-301', 'A-1203', '荷花苑-2-301', '12-3-2803', '7-6'],
}
const scrub = scrubber(personalWords(KNOWN, []))

describe('what names somebody is taken out of a text (domain 12, 13)', () => {
  it.each([
    ['已回复单雄信本人', '已回复〔姓名〕本人'],
    ['单 雄　信', '〔姓名〕'],
    ['欧阳·娜娜签字', '〔姓名〕签字'],
    ['业主高兴认可', '业主〔姓名〕认可'],
    ['请TOM SMITH来', '请〔姓名〕来'],
    ['小李已到场', '〔姓名〕已到场'],
    ['张先生与王阿姨、赵姐、钱总', '〔姓名〕与〔姓名〕、〔姓名〕、〔姓名〕'],
    ['老陈说好', '〔姓名〕说好'],
    ['电话138-1234 5678', '电话〔号码〕'],
    ['１３８１２３４５６７８', '〔号码〕'],
    ['一三八一二三四五六七八', '〔号码〕'],
    ['139 0000 1111 未知', '〔号码〕 未知'],
    ['0571-8888 6666 转 801', '〔号码〕 转 801'],
    ['身份证330102199001011234', '身份证〔号码〕'],
    ['证件末四位 123X', '证件末四位 〔号码〕'],
    ['分机 8012', '分机 〔号码〕'],
    ['浙A·12345 挡道', '〔车牌〕 挡道'],
    ['车牌A12345', '车牌〔车牌〕'],
    ['沪C88888挡道', '〔车牌〕挡道'],
    ['5-2-301', '〔房号〕'],
    ['５栋２单元３０１室漏水', '〔房号〕漏水'],
    ['五栋二单元三〇一漏水', '〔房号〕漏水'],
    ['十二幢三单元二八零三', '〔房号〕'],
    ['52301 漏水', '〔房号〕 漏水'],
    ['7号楼1203', '〔房号〕'],
    ['A栋1203', '〔房号〕'],
    ['荷花苑2-301', '〔房号〕'],
    ['7栋6号漏水', '〔房号〕号漏水'],
    ['76 次', '76 次'],
    ['301室住户', '〔房号〕住户'],
    ['微信号：abc_12345', '微信号:〔账号〕'],
    ['QQ 123456', 'QQ 〔账号〕'],
    ['邮箱 a.b@c.com.cn', '邮箱 〔账号〕'],
  ])('%s → %s', (text, clean) => {
    expect(scrub(text)).toBe(clean)
  })

  it.each([
    '2026-11-21 更换 3 台门机,费用 1200 元',
    '见 客服-TS-2026-0042',
    '5栋电梯每季度检查一次',
    '第3层管井渗水,12号螺栓松动',
    '小区施工总结:安全总体平稳,人员到位',
    '一个月内完成,每周一次,三次未果',
  ])('leaves what names nobody: %s', (text) => {
    expect(scrubber(personalWords({ ...KNOWN, names: [] }, []))(text)).toBe(text)
  })

  it('knows whom the records themselves name', () => {
    const record = {
      intake: { complainant: { name: '花荣', phone: '13911112222', unitCode: '9-1-101' } },
      subject: '保安鲁智深',
      handling: { responsible: '维修班', assignedBy: '林冲' },
    }
    const words = personalWords({ names: [], phones: [], plates: [], unitCodes: [] }, [record])
    expect(scrubber(words)('花荣13911112222住9-1-101,林冲找了鲁智深和维修班')).toBe(
      '〔姓名〕〔号码〕住〔房号〕,〔姓名〕找了〔姓名〕和维修班',
    )
  })

  it('is done after one call, whatever stands around a word', () => {
    const around = fc.array(
      fc.constantFrom(
        '单雄信',
        '138',
        '12345678',
        '5栋',
        '2单元',
        '301',
        '浙',
        'A12345',
        ' ',
        '，',
        '一',
        '〔',
        '姓名',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(around, (parts) => {
        const clean = scrub(parts.join(''))
        expect(scrub(clean)).toBe(clean)
      }),
    )
  })
})
