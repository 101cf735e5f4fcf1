import { expect, it } from 'vitest'
import { copiesWithin, firstPrinter, recallChoice, rememberChoice } from './printChoice'

function store(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

it('remembers printer, copies and tray for each form by itself', () => {
  const kept = store()
  rememberChoice(kept, 'KF-TS-01', { printer: 'HP', copies: 2, tray: 'Tray2' })
  expect(recallChoice(kept, 'KF-TS-01')).toEqual({ printer: 'HP', copies: 2, tray: 'Tray2' })
  expect(recallChoice(kept, 'KF-TS-02')).toEqual({ printer: '', copies: 1, tray: null })
})

it.each(['{', '3', '{"printer":7,"copies":"many","tray":[]}'])(
  'begins anew where the store holds %s',
  (text) => {
    expect(recallChoice(store({ 'desk.print.X': text }), 'X')).toEqual({ printer: '', copies: 1, tray: null })
  },
)

it('goes on where nothing can be remembered', () => {
  const full = {
    setItem: () => {
      throw new Error('full')
    },
  }
  expect(() => rememberChoice(full, 'X', { printer: '', copies: 1, tray: null })).not.toThrow()
})

it.each([
  [0, 1],
  [2.4, 2],
  [500, 99],
  [Number.NaN, 1],
])('takes %d copies as %d', (asked, given) => {
  expect(copiesWithin(asked)).toBe(given)
})

it('begins with the remembered printer while it exists, then the default, then any', () => {
  const printers = [
    { name: 'A', isDefault: false },
    { name: 'B', isDefault: true },
  ]
  expect(firstPrinter('A', printers)).toBe('A')
  expect(firstPrinter('Gone', printers)).toBe('B')
  expect(firstPrinter('Gone', [{ name: 'A', isDefault: false }])).toBe('A')
  expect(firstPrinter('A', [])).toBe('')
})
