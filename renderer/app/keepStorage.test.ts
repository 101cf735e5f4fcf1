import { beforeEach, expect, it, vi } from 'vitest'
import { keepStorage } from './keepStorage'

const report = vi.hoisted(() => vi.fn())
vi.mock('../platform/report', () => ({ report }))
beforeEach(() => report.mockClear())

it.each([
  [true, true, 0, true],
  [false, true, 1, true],
  [false, false, 1, false],
])('asks once that the books are kept: kept %s, granted %s', async (before, granted, asked, kept) => {
  const persist = vi.fn(async () => granted)
  expect(await keepStorage({ persisted: async () => before, persist })).toBe(kept)
  expect(persist).toHaveBeenCalledTimes(asked)
  expect(report).toHaveBeenCalledTimes(kept ? 0 : 1)
})
