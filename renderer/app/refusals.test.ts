import { describe, expect, it } from 'vitest'
import english from '../../resources/locales/en/refusal.json'
import chinese from '../../resources/locales/zh-CN/refusal.json'
import { COMPLAINT_COMMANDS } from '../../shared/domain/complaint/states'

const sources = import.meta.glob<string>(
  [
    '../../{shared,electron,renderer}/**/*.{ts,tsx}',
    '!**/*.test.*',
    '!**/testing/**',
    // Figures, charts and lines of the month's checklist have keys too, with words of their own.
    '!../../shared/domain/*/month*.ts',
    '!../../shared/domain/month/*Checks.ts',
    '!../../shared/documents/{charts,samples}/**',
    // The guard runs in the server, and its words are put into sentences by the page of sync.
    '!../../shared/sync/design/**',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
const USES = [
  /\brefuse\(\s*'([\w.]+)'/g,
  /\brefusal: \{ key: '([\w.]+)'/g,
  /\bmissing\(\s*'([\w.]+)'/g,
  /\brequireText\([^,]+, '([\w.]+)'/g,
  /\bkey: '([a-z]\w*\.[\w.]+)'/g,
]

const used = new Set(
  Object.values(sources).flatMap((text) =>
    USES.flatMap((use) => [...text.matchAll(use)].map(([, key]) => key ?? '')),
  ),
)
const notNow = Object.keys(COMPLAINT_COMMANDS).filter((command) => command !== 'register')

function sentence(locale: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], locale)
}

describe('refusals (architecture: a refusal is a value with a message key)', () => {
  it('finds the keys that the code refuses with', () => {
    expect(used.size).toBeGreaterThan(80)
    expect(used).toContain('complaint.contentRequired')
  })

  it.each([...used, ...notNow.map((command) => `complaint.notNow.${command}`)].sort())(
    '%s has a sentence in both languages',
    (key) => {
      expect(sentence(chinese, key)).toEqual(expect.any(String))
      expect(sentence(english, key)).toEqual(expect.any(String))
    },
  )

  it('names the same values in both languages', () => {
    const values = (text: unknown) =>
      [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
    for (const key of used)
      expect([key, values(sentence(english, key))]).toEqual([key, values(sentence(chinese, key))])
  })
})
