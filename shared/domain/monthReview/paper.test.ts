import { expect, it } from 'vitest'
import type { PrintState } from '../register/types'
import { MONTHLY_REPORT_FORM, reportVersion } from './paper'

const APPROVED = '2026-12-03T07:10:00.000Z'

function printed(...prints: [version: number, at: string][]): Record<string, PrintState> {
  const history = prints.map(([version, at]) => ({
    version,
    at,
    by: '周敏',
    way: 'printer' as const,
    copies: 1,
  }))
  const last = prints.at(-1)
  if (!last) return {}
  const [version, printedAt] = last
  const state = { version, printedAt, printedBy: '周敏', printedDigest: '', history }
  return { [MONTHLY_REPORT_FORM]: { ...state, signature: null, filing: null } }
}

const approval = { words: '', at: APPROVED, by: '赵立新' }

it.each([
  ['a running month, never printed', 'running', printed(), 1],
  [
    'a running month, printed twice',
    'running',
    printed([1, '2026-12-01T01:00:00.000Z'], [2, '2026-12-02T01:00:00.000Z']),
    3,
  ],
  ['a signed month, never printed', 'approved', printed(), 1],
  [
    'a signed month after two drafts',
    'approved',
    printed([1, '2026-12-01T01:00:00.000Z'], [2, '2026-12-02T01:00:00.000Z']),
    3,
  ],
  [
    'a signed month that was printed since, again and again',
    'approved',
    printed(
      [1, '2026-12-01T01:00:00.000Z'],
      [2, '2026-12-03T08:00:00.000Z'],
      [2, '2027-01-03T08:00:00.000Z'],
    ),
    2,
  ],
] as const)(
  '%s bears the version that its every print has (domain 12, forms)',
  (_, state, prints, version) => {
    expect(reportVersion({ state, approval: state === 'approved' ? approval : null, prints })).toBe(version)
  },
)
