import 'fake-indexeddb/auto'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { beforeAll, describe, expect, it } from 'vitest'
import refusals from '../../../../resources/locales/zh-CN/refusal.json'
import type { Actor } from '../../../../shared/domain/register/types'
import type { Refusal, Result } from '../../../../shared/util/result'
import { importHouseholdsCommand } from '../../../data/commands/importHouseholds'
import { openTestOffice, type TestOffice } from '../../../data/testing/office'
import { malformedFile, type Random, TRICKS } from './fuzzing'
import { previewImport } from './preview'
import type { ImportPreview } from './protocol'

const SEED = 20_261_122
const FILES = 2_200
/** Of so many files that the preview takes, the import itself is tried too. */
const IMPORTED = 150

const actor: Actor = { userId: 'u', name: '甲', role: 'clerk' }
const NOTHING_KNOWN = { units: [], persons: [], vehicles: [] }
const AT = '2026-03-02T01:00:00.000Z'

function preview(bytes: Uint8Array): Promise<Result<ImportPreview>> {
  const start = { file: new Blob([new Uint8Array(bytes)]), existing: NOTHING_KNOWN, actor }
  return previewImport(start, AT, () => undefined)
}

function sentence(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], refusals)
}

/** What is wrong with an answer: whatever is not said in words, or too long for a screen. */
function wrongWith(answer: Result<ImportPreview>): string[] {
  const said: Refusal[] = answer.ok ? answer.value.errors.map(({ refusal }) => refusal) : [answer.refusal]
  const dumb = said
    .filter(({ key }) => typeof sentence(key) !== 'string')
    .map(({ key }) => `no words for ${key}`)
  const long = said
    .filter((refusal) => JSON.stringify(refusal).length > 12_000)
    .map(({ key }) => `too long: ${key}`)
  const wide =
    answer.ok && answer.value.ignoredColumns.some((name) => name.length > 40) ? ['a header too long'] : []
  return [...dumb, ...long, ...wide]
}

function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 4_294_967_296
}

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
  await office.signInAs('clerk')
})

const stored = async () => {
  const [units, persons, vehicles, lines] = await Promise.all([
    office.db.of('units').count(),
    office.db.of('persons').count(),
    office.db.of('vehicles').count(),
    office.lines.length,
  ])
  return { units, persons, vehicles, lines }
}

/** Imports what the preview took: all of it in one entry, or nothing. */
async function importWhole({ units }: ImportPreview): Promise<string | null> {
  const before = await stored()
  const answer = await office.runner.run(importHouseholdsCommand, { units, fileName: 'x' })
  const after = await stored()
  if (!answer.ok)
    return JSON.stringify(after) === JSON.stringify(before) ? null : `partly written: ${answer.refusal.key}`
  const { created } = answer.value.value
  return after.units - before.units === created ? null : 'units are missing'
}

it(`takes or refuses ${FILES} malformed files in words, and writes none in part (quality 6)`, async () => {
  const random = randomFrom(SEED)
  const wrong = new Set<string>()
  const answers = { taken: 0, refused: 0, imported: 0 }
  for (let at = 0; at < FILES; at += 1) {
    const answer = await preview(malformedFile(random))
    for (const trouble of wrongWith(answer)) wrong.add(trouble)
    if (answer.ok) answers.taken += 1
    else answers.refused += 1
    if (!answer.ok || answer.value.errorCount > 0 || answers.imported >= IMPORTED) continue
    answers.imported += 1
    const trouble = await importWhole(answer.value)
    if (trouble) wrong.add(trouble)
  }
  expect([...wrong]).toEqual([])
  expect(Math.min(answers.taken, answers.refused)).toBeGreaterThan(200)
  expect(answers.imported).toBeGreaterThan(40)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

/** What keeps the reader from filling memory has a sentence of its own. */
const REFUSED: Readonly<Record<string, string>> = {
  'a row that is the billionth': 'import.tooManyLines',
  'a row number in another notation': 'import.damaged',
  'a row number in entities': 'import.damaged',
  'a row number under a prefix': 'import.tooManyLines',
  'a row number behind a bracket': 'import.tooManyLines',
  'a cell at the end of the world': 'import.tooWide',
  'a cell beyond it': 'import.damaged',
  'a wide row above many': 'import.tooManyLines',
  'a sheet under the name of its styles': 'import.tooManyLines',
  'thousands of parts': 'import.unpackedTooBig',
  'a million line ends': 'import.tooManyLines',
  'a line of commas': 'import.tooWide',
  'bytes of zero': 'import.encodingUnknown',
}

describe('a file that was made to do harm is taken or refused in words, in bounded memory', () => {
  it.each(Object.entries(TRICKS))('%s', async (name, make) => {
    const answer = await preview(make())
    expect(wrongWith(answer)).toEqual([])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    const said = answer.ok ? JSON.stringify(answer.value.units) : ''
    expect(said).not.toContain('root:')
    expect(said.length).toBeLessThan(30_000_000)
    const refused = REFUSED[name]
    if (refused) expect(answer).toMatchObject({ ok: false, refusal: { key: refused } })
  })
})
