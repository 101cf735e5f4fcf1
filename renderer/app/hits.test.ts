import { expect, it } from 'vitest'
import { type HitLine, namedFirst } from './hits'

const line = (title: string): HitLine => ({ id: title, kind: '', title, text: '', route: '' })

it('puts the record whose number was typed before the 更正单 that speaks of it', () => {
  const [correction, other, complaint] = ['客服-BG-2026-0001', '客服-TS-2026-0710', '客服-TS-2026-0711'].map(
    line,
  )
  if (!correction || !other || !complaint) throw new Error('three lines')
  const lines = [correction, other, complaint]
  expect(namedFirst(lines, 'ts-2026-0711')).toEqual([complaint, correction, other])
  expect(namedFirst(lines, '漏水')).toEqual(lines)
})
