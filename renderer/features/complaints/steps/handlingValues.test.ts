import { describe, expect, it } from 'vitest'
import type { Handling } from '../../../../shared/domain/complaint/types'
import { chosenAfterRemoval, chosenBy, handlingInput, handlingValues } from './handlingValues'

const NOW = '2026-11-21T01:30:00.000Z'

describe('handling form', () => {
  it('offers one empty proposal at first, and hands nothing chosen and nobody asked over as null', () => {
    const values = handlingValues(null, NOW)
    expect(values.proposals).toEqual([{ text: '' }])
    expect(handlingInput(values)).toEqual({
      investigation: '',
      causeAnalysis: '',
      measures: '',
      proposals: [''],
      chosenProposal: null,
      consent: null,
    })
  })

  it('gives the choice and the consent back as they were', () => {
    const consent = { agreed: false, at: NOW, way: 'doorstep' as const, words: '都不行', notedBy: '小林' }
    const handling = {
      proposals: ['换', '修'],
      chosenProposal: null,
      consent,
    } as Partial<Handling> as Handling
    const { notedBy: _by, ...said } = consent
    expect(handlingInput(handlingValues(handling, NOW))).toMatchObject({
      chosenProposal: null,
      consent: said,
    })
    const agreed = { ...handling, chosenProposal: 1, consent: { ...consent, agreed: true } }
    expect(handlingInput(handlingValues(agreed, NOW))).toMatchObject({
      chosenProposal: 1,
      consent: { agreed: true },
    })
  })

  it('asks for no choice that is clear already', () => {
    const [one, none] = [{ text: '换' }, { text: ' ' }]
    expect(chosenBy('yes', [none, one], '')).toBe('1')
    expect(chosenBy('yes', [one, one], '')).toBe('')
    expect(chosenBy('yes', [one, one], '1')).toBe('1')
    expect(chosenBy('no', [one, one], '1')).toBe('')
    expect(chosenBy('', [one], '')).toBe('')
  })

  it('keeps the choice with its proposal when another row goes', () => {
    expect(chosenAfterRemoval('2', 0)).toBe('1')
    expect(chosenAfterRemoval('1', 1)).toBe('')
    expect(chosenAfterRemoval('0', 1)).toBe('0')
    expect(chosenAfterRemoval('', 0)).toBe('')
  })
})
