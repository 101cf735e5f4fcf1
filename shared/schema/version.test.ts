import { describe, expect, it } from 'vitest'
import { migrations } from './migrations'
import type { Migration } from './migrations/types'
import { checkDataVersion, DATA_VERSION, faultsOfSteps, migrate, stepsFrom } from './version'

const addColour: Migration = {
  to: 2,
  title: 'Give every thing a colour',
  tables: ['things'],
  up: ({ things = [] }) => ({ things: things.map((row) => ({ ...row, colour: 'grey' })) }),
}
const split: Migration = {
  to: 3,
  title: 'Keep the grey things apart',
  tables: ['things', 'grey'],
  up: ({ things = [] }) => ({ things: [], grey: things }),
}

describe('data version (architecture: the one way that data is written)', () => {
  it('tells same, older and newer apart', () => {
    expect(checkDataVersion(DATA_VERSION)).toBe('same')
    expect(checkDataVersion(DATA_VERSION - 1)).toBe('older')
    expect(checkDataVersion(DATA_VERSION + 1)).toBe('newer')
  })

  it('has an unbroken list of steps that ends at the current version', () => {
    expect(faultsOfSteps(migrations, DATA_VERSION)).toEqual([])
  })

  it('finds gaps, wrong order and a wrong end', () => {
    expect(faultsOfSteps([addColour, split], 3)).toEqual([])
    expect(faultsOfSteps([split], 2)).toHaveLength(1)
    expect(faultsOfSteps([addColour], 3)).toHaveLength(1)
  })

  it('runs only the steps that are missing, in order, and leaves other tables alone', () => {
    const steps = [addColour, split]
    expect(stepsFrom(2, steps)).toEqual([split])
    const after = migrate({ things: [{ id: 'a' }], others: [{ id: 'b' }] }, stepsFrom(1, steps))
    expect(after).toEqual({ things: [], grey: [{ id: 'a', colour: 'grey' }], others: [{ id: 'b' }] })
  })

  it('refuses a step that answers other tables than it named', () => {
    const careless: Migration = { ...addColour, up: () => ({}) }
    expect(() => migrate({ things: [] }, [careless])).toThrow(/migration 2/)
  })
})
