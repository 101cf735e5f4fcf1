import { describe, expect, it } from 'vitest'
import english from '../../../resources/locales/en/record.json'
import englishTables from '../../../resources/locales/en/start.json'
import chinese from '../../../resources/locales/zh-CN/record.json'
import chineseTables from '../../../resources/locales/zh-CN/start.json'
import { RECORD_TABLES } from '../../data/core/tables'

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../data/commands/*.ts', '../../data/replica/*.ts', '!**/*.test.ts'],
  { eager: true },
)
const locales = import.meta.glob<Record<string, unknown>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

/** Names of the commands in a module's exports, also where they stand in a table. */
function namesIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 3) return []
  if ('name' in value && 'run' in value && typeof value.name === 'string') return [value.name]
  return Object.values(value).flatMap((one) => namesIn(one, depth + 1))
}

/** Entries of the chain that no exported command writes. */
const OTHERS = ['sync.take', 'data.migrate']
const COMMANDS = [
  ...new Set([...OTHERS, ...Object.values(modules).flatMap((one) => namesIn({ ...one }))]),
].sort()

function wordAt(locale: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], locale)
}

/** The word that a timeline shows: the shared one by its whole name, or the register's own. */
function wordOf(language: string, shared: unknown, command: string): unknown {
  const [noun = '', name = ''] = command.split('.')
  const own = [noun, `${noun}s`].map((one) => locales[`../../../resources/locales/${language}/${one}.json`])
  return [wordAt(shared, `did.${command}`), ...own.map((one) => wordAt(one, `did.${name}`))].find(
    (word) => typeof word === 'string',
  )
}

describe('words for what was done, and for what is counted (ui: no codes on a screen)', () => {
  it('walks the commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(100)
    for (const name of ['privacy.erase', 'dispute.decide', 'complaint.judge', 'visit.undo'])
      expect(COMMANDS).toContain(name)
  })

  it.each(COMMANDS)('%s has a word in both languages', (command) => {
    expect(wordOf('zh-CN', chinese, command)).toEqual(expect.stringMatching(/\p{Script=Han}/u))
    expect(wordOf('en', english, command)).toEqual(expect.stringMatching(/[a-z]/))
  })

  it.each(RECORD_TABLES)('table %s has a word in both languages', (table) => {
    expect(wordAt(chineseTables, `table.${table}`)).toEqual(expect.stringMatching(/[\p{Script=Han}P]/u))
    expect(wordAt(englishTables, `table.${table}`)).toEqual(expect.any(String))
  })
})
