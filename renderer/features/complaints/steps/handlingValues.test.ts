import { describe, expect, it } from 'vitest'
import { chosenAfterRemoval, handlingInput, handlingValues } from './handlingValues'

describe('handling form', () => {
  it('offers one empty proposal at first, and hands nothing chosen over as null', () => {
    const values = handlingValues(null)
    expect(values.proposals).toEqual([{ text: '' }])
    expect(handlingInput(values)).toEqual({
      investigation: '',
      causeAnalysis: '',
      measures: '',
      proposals: [''],
      chosenProposal: null,
    })
  })

  it('keeps the choice with its proposal when another row goes', () => {
    expect(chosenAfterRemoval('2', 0)).toBe('1')
    expect(chosenAfterRemoval('1', 1)).toBe('')
    expect(chosenAfterRemoval('0', 1)).toBe('0')
    expect(chosenAfterRemoval('', 0)).toBe('')
  })
})
