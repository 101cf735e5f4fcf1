import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leaksIn } from './check'
import { personalWords } from './personal'
import { scrubber } from './scrub'

const KNOWN = {
  names: ['单雄信', '高兴', '车', 'Tom Smith'],
  phones: ['13812345678', '0571-88886666'],
  plates: ['浙A12345'],
  unitCodes: ['5-2-301', 'A-1203', '荷花苑-2-301', '12-3-2803', '7-6'],
}
const personal = personalWords(KNOWN, [])
const harmless = { words: new Set(['高兴不高兴', '受理']), numberPrefix: '客服' }
const kindsOf = (text: string) =>
  leaksIn([{ place: 'here', text }], personal, harmless).map(({ kind }) => kind)

/** Words and parts of words in many spellings, and what may stand between them. */
const SPELT = [
  '单雄信,单 雄信,高兴,车,tom smith,13812345678,138-1234-5678,１３８１２３４５６７８,0571 8888 6666,浙A12345,浙a·12345',
  '7-6,7栋6号,76,七栋六,A12345,5-2-301,52301,5栋2单元301,五栋二单元三零一,A-1203,a栋1203室,荷花苑2-301,荷花苑2栋301,荷花苑二-三〇一',
  '十二幢三单元二八〇三,1,3,8,一,十,-, ,，,栋,单元,的,\n,〔,〕,姓名,2026-11-21,客服-TS-2026-0001,A,😀',
].flatMap((line) => line.split(','))

describe('the check of a finished package (domain 12, 13)', () => {
  it.each([
    ['请单　雄信来', 'name'],
    ['很高兴', 'name'],
    ['停车场', 'name'],
    ['TOM-SMITH', 'name'],
    ['138 1234-5678', 'phone'],
    ['１３８１２３４５６７８', 'phone'],
    ['一三八一二三四五六七八', 'phone'],
    ['13987654321', 'phone'],
    ['330102199001011234', 'phone'],
    ['057188886666', 'phone'],
    ['浙A·12345', 'plate'],
    ['挂A12345的', 'plate'],
    ['5-2-301', 'door'],
    ['52301', 'door'],
    ['五栋二单元三〇一室', 'door'],
    ['在５栋２单元３０１有3次', 'door'],
    ['十二幢三单元2803', 'door'],
    ['A1203', 'door'],
    ['荷花苑2栋301', 'door'],
    ['，7-6', 'door'],
    ['a.b@c.com', 'account'],
  ])('finds what is left in %s', (text, kind) => {
    // A figure alone may be a count; among words it is none.
    expect(kindsOf(`已知${text}`)).toContain(kind)
  })

  it.each(['受理', '高兴不高兴', '2026-11-21', '客服-TS-2026-0001', '52301', '12.5', '〔车牌〕〔姓名〕', ''])(
    'lets through what names nobody: %j',
    (text) => {
      expect(kindsOf(text)).toEqual([])
    },
  )

  it('says where, and never what', () => {
    const fields = [
      { place: 'package.json › 处理措施', text: '已回复单雄信' },
      { place: 'records.csv', text: '好' },
    ]
    expect(leaksIn(fields, personal, harmless)).toEqual([{ place: 'package.json › 处理措施', kind: 'name' }])
  })

  it('finds nothing in what the scrubber wrote, whatever it was given', () => {
    const scrub = scrubber(personal)
    const spelt = fc.constantFrom(...SPELT)
    fc.assert(
      fc.property(fc.array(spelt, { maxLength: 10 }), (parts) => {
        const clean = scrub(parts.join(''))
        expect(leaksIn([{ place: '', text: clean }], personal, harmless)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
