import { describe, expect, it } from 'vitest'
import { EVERYTHING, isSelected, NOTHING, selectedCount, spanned, toggled } from './selection'

const of = (...ids: string[]) => ids.reduce(toggled, NOTHING)
const list = ({ ids }: typeof NOTHING) => [...ids].sort().join('')

describe('selection of records (ui, "List")', () => {
  it('takes one and lets it go', () => {
    expect(isSelected(of('a'), 'a')).toBe(true)
    expect(selectedCount(of('a', 'b'), 9)).toBe(2)
    expect(isSelected(toggled(of('a'), 'a'), 'a')).toBe(false)
  })

  it('takes everything that is filtered, loaded or not, but what is let go', () => {
    expect(isSelected(EVERYTHING, 'x')).toBe(true)
    expect(selectedCount(EVERYTHING, 5000)).toBe(5000)
    const but = toggled(EVERYTHING, 'a')
    expect(isSelected(but, 'a')).toBe(false)
    expect(selectedCount(but, 5000)).toBe(4999)
    expect(selectedCount(spanned(but, ['a'], true), 5000)).toBe(5000)
  })

  it('spans with Shift, and gives back what the span leaves', () => {
    const begun = spanned(of('z'), ['b', 'c'], true)
    const on = spanned(begun, ['b', 'c', 'd'], false)
    expect(list(on)).toBe('bcdz')
    expect(list(spanned(on, ['a', 'b'], false))).toBe('abz')
    expect(list(spanned(on, ['x'], true))).toBe('bcdxz')
  })
})
