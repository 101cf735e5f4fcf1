import { describe, expect, it } from 'vitest'
import type { HitLine } from './hits'
import { countsByGroup, groupHits } from './searchGroups'

const line = (kind: string, id: string): HitLine => ({ id, kind, title: id, text: '', names: [], route: '' })
const [TS12, BG1, door, owner] = [
  line('complaint', 'TS-2026-0012'),
  line('correction', 'BG-2026-0001'),
  line('unit', '3-1-012'),
  line('person', '张三'),
]
const answer = {
  hits: [],
  total: 0,
  groups: [
    { kind: 'correction', total: 1 },
    { kind: 'unit', total: 2 },
    { kind: 'person', total: 7 },
    { kind: 'complaint', total: 40 },
  ],
}
const names = (...args: Parameters<typeof groupHits>) =>
  groupHits(...args).map(({ name, lines, total }) => [name, lines.map(({ id }) => id), total])

describe('what a search found, by group (issue "Search")', () => {
  it('keeps the order of the hits, and counts the kinds of a group together', () => {
    expect(names([BG1, owner, TS12, door], [], answer, '张三')).toEqual([
      ['correction', ['BG-2026-0001'], 1],
      ['households', ['张三', '3-1-012'], 9],
      ['complaint', ['TS-2026-0012'], 40],
    ])
    expect(countsByGroup(answer).get('households')).toBe(9)
    expect(countsByGroup(null).size).toBe(0)
  })

  it('puts the record whose number was typed before the 更正单 that speaks of it', () => {
    for (const query of ['ts-2026-0012', '客服-TS-2026-0012', '2026-12', 'TS12'])
      expect(names([BG1, TS12], [TS12], answer, query)[0]).toEqual(['complaint', ['TS-2026-0012'], 40])
  })

  it('takes bare digits for a number within its register only: they may be a door or a phone', () => {
    expect(names([door], [TS12], answer, '12')).toEqual([
      ['households', ['3-1-012'], 9],
      ['complaint', ['TS-2026-0012'], 40],
    ])
  })

  it('shows a record that only its number means, though no text holds what was typed', () => {
    expect(names([], [TS12], { hits: [], total: 0, groups: [] }, '12')).toEqual([
      ['complaint', ['TS-2026-0012'], 1],
    ])
  })
})
