import { describe, expect, it } from 'vitest'
import { checkWords } from '../../../shared/domain/guidance/edit'
import { loadGuidance } from '../../register/guidance/catalogue'
import { BLANK, valuesOf, wordsOf } from './values'

const catalogue = await loadGuidance()

describe('the form of a matter', () => {
  it('gives every matter of the catalogue back as it was', () => {
    for (const { id: _id, ...words } of catalogue) expect(wordsOf(valuesOf(words))).toEqual(words)
  })

  it('takes keywords by signs or lines, and a law by its colon', () => {
    const words = wordsOf({
      ...BLANK,
      keywords: '漏水、渗水，滴水\n楼上 漏\n\n',
      laws: '《民法典》第288条：互相方便\n《消防法》: 不占通道',
    })
    expect(words.keywords).toEqual(['漏水', '渗水', '滴水', '楼上 漏'])
    expect(words.laws).toEqual([
      { article: '《民法典》第288条', sense: '互相方便' },
      { article: '《消防法》', sense: ' 不占通道' },
    ])
  })

  it('leaves a law without its sense to be refused', () => {
    const words = wordsOf({
      ...BLANK,
      title: '事',
      causes: ['fees'],
      keywords: '词',
      ask: '问',
      laws: '民法典',
    })
    expect(checkWords(words)).toMatchObject({ refusal: { key: 'guidance.lawForm', field: 'laws' } })
  })
})
