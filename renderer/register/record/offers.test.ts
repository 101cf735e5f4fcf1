import { describe, expect, it } from 'vitest'
import { isBlocked, possibleSteps } from './offers'

const COMMANDS = {
  claim: { permission: 'record.process', from: ['kept'], to: ['claimed'] },
  decide: { permission: 'lostItem.decide', from: ['kept', 'claimed'], to: ['stay'] },
  void: { permission: 'record.void', from: ['kept'], to: ['void'] },
} as const

describe('possibleSteps', () => {
  it('are those that the state allows, in the order asked for', () => {
    const steps = possibleSteps(COMMANDS, ['void', 'decide', 'claim'], 'kept', 'director')
    expect(steps.map(({ step }) => step)).toEqual(['void', 'decide', 'claim'])
    expect(possibleSteps(COMMANDS, ['claim', 'decide'], 'claimed', 'director')).toHaveLength(1)
    expect(possibleSteps(COMMANDS, ['claim', 'decide', 'void'], 'void', 'director')).toEqual([])
  })

  it('shows what needs another role, and which (domain 1)', () => {
    expect(possibleSteps(COMMANDS, ['claim', 'decide'], 'kept', 'clerk')).toEqual([
      { step: 'claim', needsRoles: [] },
      { step: 'decide', needsRoles: ['director'] },
    ])
  })
})

describe('isBlocked', () => {
  const free = { step: 'claim', needsRoles: [] }
  it.each([
    [free, false],
    [{ ...free, needs: [], bar: null }, false],
    [{ ...free, needs: ['features'] }, true],
    [{ ...free, bar: { key: 'lostItems:tooEarly' } }, true],
    [{ ...free, needsRoles: ['director' as const] }, true],
  ])('%o: %s', (offer, blocked) => {
    expect(isBlocked(offer)).toBe(blocked)
  })
})
