import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Bench, object, rows } from '../../e2e/fixtures/couch/testing'
import { KEPT_GROUPS } from '../../shared/sync/keptBack'
import type { Result } from '../../shared/util/result'
import { loadPinyin } from '../../shared/util/pinyin'
import { addAttachmentsCommand, renameAttachmentCommand } from '../data/commands/attachments'
import { registerLostItemCommand } from '../data/commands/lostItems'
import { changeSettingsCommand } from '../data/commands/office'
import type { RegisterTable } from '../data/commands/registerTables'
import { receiveScansCommand } from '../data/commands/scans'
import { countWaiting } from '../data/replica/outbox'
import { lostItemOf } from '../data/testing/lost'
import { at, Machine } from './testing/machine'
import { prepare, register } from './testing/office'

let bench: Bench

beforeAll(async () => {
  bench = await Bench.open()
  await loadPinyin()
})
afterAll(() => bench.close())

const fileOf = (letter: string, name: string) =>
  ({ sha256: letter.repeat(64), size: 1, kind: 'image', mime: 'image/png', name }) as const

function kept<T>(result: Result<{ value: T }>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value.value
}

async function keepHere(machine: Machine, notReplicated: string[]): Promise<void> {
  await machine.as('director')
  kept(await machine.runner.run(changeSettingsCommand, { notReplicated }))
}

/** Adds a picture to a record, under a name that it gets a moment later. */
async function addPicture(
  machine: Machine,
  to: { table: RegisterTable; recordId: string },
  letter: string,
  name: string,
): Promise<void> {
  const added = { ...to, files: [fileOf(letter, 'a.png')], sheet: null }
  const [id = ''] = kept(await machine.runner.run(addAttachmentsCommand, added)).attachmentIds
  kept(await machine.runner.run(renameAttachmentCommand, { id, name }))
}

it('with a register that stays here stay its 附件, what may be its paper, and their files (issue "What travels")', async () => {
  const place = await bench.place()
  const machine = await new Machine('k', at(bench.url, place)).setUp()
  await prepare(place, machine)
  const files: string[] = []
  const { sendFile } = machine.way
  machine.way.sendFile = async (sha256, officeId) => {
    files.push(sha256.slice(0, 1))
    return sendFile(sha256, officeId)
  }
  const told = async () => (await place.member('GET', `${place.db}/_all_docs?include_docs=true`)).text

  await keepHere(machine, [...KEPT_GROUPS.lostItems])
  const complaint = await register(machine, '水管漏水')
  await addPicture(machine, { table: 'complaints', recordId: complaint }, 'a', '天花板')
  const item = kept(await machine.runner.run(registerLostItemCommand, { intake: lostItemOf() }))
  await addPicture(machine, { table: 'lostItems', recordId: item.id }, 'b', '失主的身份证')
  const file = fileOf('c', '认领单.png')
  const origins = [{ sha256: file.sha256, name: file.name, pages: [1], of: 1 }]
  const sheet = { file, pages: 1, origins, source: 'chosen' as const, codes: [] }
  kept(await machine.runner.run(receiveScansCommand, { sheets: [sheet] }))

  await machine.exchange()
  expect(files).toEqual(['a'])
  expect(await told()).toContain('天花板')
  for (const word of ['失主的身份证', '认领单', '黑色皮钱包']) expect(await told()).not.toContain(word)
  expect(await countWaiting(machine.db)).toBe(0)
  const all = object(await place.member('GET', `${place.db}/_all_docs?include_docs=true`))['rows']
  const renamed = rows(all).filter((row) => JSON.stringify(row).includes('"attachment.rename"'))
  expect(renamed.map(({ doc }) => Object(doc).detail)).toEqual([null, null])
  await machine.exchange()
  expect(files).toEqual(['a'])

  // Allowed to go, all of it goes: it went on waiting.
  await keepHere(machine, [])
  await machine.exchange()
  expect(files.toSorted()).toEqual(['a', 'b', 'c'])
  for (const word of ['失主的身份证', '认领单', '黑色皮钱包']) expect(await told()).toContain(word)
  expect(await countWaiting(machine.db)).toBe(0)
})
