import { expect, it } from 'vitest'
import type { OpenMatter } from '../../domain/monthReview/reportFacts'
import { openTexts } from './lists'

const words = (key: string) => key
const input = {
  sheet: { printedAt: '2026-10-10T08:30:00.000Z', coverage: () => '' as const },
  statistics: { now: { span: { from: '2026-08-31T16:00:00.000Z', until: '2026-09-30T16:00:00.000Z' } } },
  words,
}
const matter: OpenMatter = {
  table: 'complaints',
  number: '客服-TS-2026-0739',
  state: 'inProgress',
  since: '2026-09-14T02:00:00.000Z',
  duty: 'promise',
  dueAt: '2026-09-17T09:22:00.000Z',
  overdue: true,
  endedAt: null,
}

it('counts what is overdue as the screens do, to the end of the month: a day that has begun counts', () => {
  expect(openTexts(matter, input).at(-1)).toBe('14 天')
  expect(openTexts({ ...matter, dueAt: '2026-09-30T15:59:00.000Z' }, input).at(-1)).toBe('1 天')
})

it('says of what ended between the end of the month and the signing when it did', () => {
  const ended = { ...matter, state: 'closed', duty: '', dueAt: null, overdue: false }
  const texts = openTexts({ ...ended, endedAt: '2026-10-03T16:30:00.000Z' }, input)
  expect(texts.slice(2)).toEqual(['complaints:state.closed', '2026-09-14', '10-04 办结', '', ''])
})
