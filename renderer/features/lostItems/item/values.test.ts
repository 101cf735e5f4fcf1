import { describe, expect, it } from 'vitest'
import { intakeOf, worth } from '../../../../shared/domain/lostItem/testing'
import { blankItem, draftWords, itemIntake, itemValues } from './values'

const NOW = '2026-11-21T01:00:00.000Z'

describe('the form of a found item', () => {
  it('gives a record back as it was', () => {
    const intake = intakeOf({ receivedBy: '甲', estimate: { fen: 9999, band: 'upTo100' } })
    expect(itemIntake(itemValues(intake), NOW)).toEqual(intake)
  })

  it.each([
    [99.99, 9999],
    [100, 10_000],
    [100.01, 10_001],
    [0.1 + 0.2, 30],
  ])('keeps %d 元 as %d fen', (yuan, fen) => {
    expect(itemIntake({ ...blankItem(NOW, '甲'), yuan }, NOW).estimate.fen).toBe(fen)
  })

  it('keeps the band alone where nobody can say the value', () => {
    const intake = intakeOf({ estimate: { fen: null, band: 'over100' } })
    expect(itemValues(intake)).toMatchObject({ yuan: null, band: 'over100' })
    expect(itemValues(intakeOf({ estimate: worth(12.5) })).yuan).toBe(12.5)
  })

  it('is refused by the rule, not sent as something else, where the count was emptied', () => {
    expect(itemIntake({ ...blankItem(NOW, '甲'), quantity: null, handedInAt: null }, NOW)).toMatchObject({
      quantity: 0,
      handedInAt: NOW,
    })
  })

  it('is called by thing and place among the drafts', () => {
    expect(draftWords({ ...blankItem(NOW, '甲'), name: '雨伞', foundPlace: '南门' })).toBe('雨伞 南门')
  })
})
