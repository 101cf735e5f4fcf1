import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scrubber } from '../../domain/monthPackage/scrub'
import { personalWords } from '../../domain/monthPackage/personal'
import { asStored } from './asStored'

const words = personalWords({ names: ['李四'], phones: ['13812345678'], plates: [], unitCodes: [] }, [])
const clean = asStored(scrubber(words))

describe('words of a copy (个人信息保护法 45)', () => {
  it('are printed as they were written', () => {
    for (const said of ['楼道漏水，地面湿滑！', '（三天）：电梯停了；怎么办？', '２０㎡，ＡＢＣ', ''])
      expect(clean(said)).toBe(said)
  })

  it('lose others, and nothing else changes', () => {
    expect(clean('李四家漏水，电话１３８１２３４５６７８，（急）')).toBe(
      '〔姓名〕家漏水，电话〔号码〕，（急）',
    )
  })

  it('never say more than the scrubber leaves', () => {
    const sign = fc.constantFrom(
      '李四',
      '，',
      '（',
      '㎡',
      'é',
      'e\u0301',
      '１３８１２３４５６７８',
      '水',
      '〔姓名〕',
    )
    const scrub = scrubber(words)
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('')
        expect(clean(text).normalize('NFKC')).toBe(scrub(text).normalize('NFKC'))
      }),
    )
  })
})
