import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthGoal, percentOf, yearGoal } from './goals'

const households = fc.integer({ min: 1, max: 20_000 })

describe('the month’s goal (domain 8): distinct households ≥ 5 % of the occupied, rounded up', () => {
  it.each([
    [641, 33],
    [640, 32],
    [620, 31],
    [621, 32],
    [20, 1],
    [1, 1],
    [19, 1],
    [10_000, 500],
  ])('of %i occupied asks for %i', (occupied, needed) => {
    expect(monthGoal(0, occupied).needed).toBe(needed)
    expect(monthGoal(needed, occupied).reached).toBe(true)
    expect(monthGoal(needed - 1, occupied).reached).toBe(false)
  })

  it('is reached exactly from 5 % on', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 0, max: 20_000 }), (occupied, visited) => {
        expect(monthGoal(visited, occupied).reached).toBe(visited * 100 >= occupied * 5)
      }),
    )
  })
})

describe('the year’s goal (domain 8): by 上门 more than 80 % of the occupied', () => {
  it.each([
    [100, 80, false],
    [100, 81, true],
    [641, 512, false],
    [641, 513, true],
    [5, 4, false],
    [5, 5, true],
    [1, 1, true],
  ])('of %i occupied, %i visited: %s', (occupied, visited, reached) => {
    expect(yearGoal(visited, occupied).reached).toBe(reached)
  })

  it('is reached exactly beyond 80 %, and says how many that are', () => {
    fc.assert(
      fc.property(households, fc.integer({ min: 0, max: 20_000 }), (occupied, visited) => {
        const { reached, needed } = yearGoal(visited, occupied)
        expect(reached).toBe(visited * 100 > occupied * 80)
        expect(reached).toBe(visited >= needed)
      }),
    )
  })
})

describe('an empty denominator (domain 12)', () => {
  it('has no rate, and no goal is reached or missed', () => {
    for (const goal of [monthGoal(0, 0), yearGoal(0, 0)]) {
      expect(goal.reached).toBeNull()
      expect(goal.needed).toBe(0)
      expect(percentOf(goal)).toBeNull()
    }
    expect(percentOf(monthGoal(33, 660))).toBe(5)
  })
})
