import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import type { JournalLine, JournalStatus } from '../../../shared/ipc/channels'
import { accept } from '../../../shared/util/result'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { writePrivateCommand } from '../commands/visits'
import { DeskDatabase } from '../core/database'
import { markKey } from '../core/sealMark'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, visitTo } from '../testing/visits'
import { registerVisitCommand } from '../commands/visits'
import { copyDatabase } from './migrateDatabase'
import { openDatabase } from './openDatabase'

const KEY = new Uint8Array(32).fill(4)
const OTHER = new Uint8Array(32).fill(5)

function statusOf(lines: JournalLine[]): JournalStatus {
  const last = lines.at(-1)
  return { lastSeq: last?.seq ?? 0, lastDigest: last?.digest ?? '', sentinel: null, problems: [] }
}

async function sealedOffice(): Promise<TestOffice> {
  const office = await openTestOffice()
  office.db.fieldKey = KEY
  await markKey(office.db)
  await office.signInAs('director')
  return office
}

/** The same database, as another start opens it. */
let again: DeskDatabase | null = null
function startAgain({ db }: TestOffice, key: Uint8Array | null): DeskDatabase {
  db.close()
  again = new DeskDatabase(db.name)
  again.fieldKey = key
  return again
}
afterEach(() => again?.close())

describe('a start in a sealed office', () => {
  it('is as always with its key', async () => {
    const office = await sealedOffice()
    const state = await openDatabase(startAgain(office, KEY), statusOf(office.lines))
    expect(state.kind).toBe('ready')
  })

  it('opens nothing without it, and asks for the 《恢复单》', async () => {
    const office = await sealedOffice()
    const state = await openDatabase(startAgain(office, null), statusOf(office.lines))
    expect(state).toEqual({ kind: 'vaultLocked', damaged: true, sheetId: null })
  })

  it('takes the rows of another key for unreadable, never for empty', async () => {
    const office = await sealedOffice()
    const state = await openDatabase(startAgain(office, OTHER), statusOf(office.lines))
    expect(state).toMatchObject({ kind: 'recovery', why: 'unreadable' })
  })
})

describe('a command that meets a seal it cannot open', () => {
  const visited = async (office: TestOffice) => {
    await addUnit(office, '301')
    const given = { ...visitTo('5-2-301', '2026-03-02T01:00:00.000Z'), privateNotes: '家中老人患病' }
    const made = await office.runner.run(registerVisitCommand, given)
    if (!made.ok) throw new Error(made.refusal.key)
    return made.value.value.id
  }

  it.each([
    [null, 'vault.locked'],
    [OTHER, 'record.sealBroken'],
  ])('is refused, and writes nothing', async (key, refusal) => {
    const office = await sealedOffice()
    const id = await visited(office)
    office.db.fieldKey = key
    const before = office.lines.length
    expect(await office.runner.run(writePrivateCommand, { id, text: '新的', before: null })).toMatchObject({
      refusal: { key: refusal },
    })
    expect(office.lines).toHaveLength(before)
    office.db.fieldKey = KEY
    expect(await office.db.of('visitNotes').get(id)).toMatchObject({ text: '家中老人患病' })
  })
})

it('the copy made before a migration is sealed where the database is', async () => {
  const office = await sealedOffice()
  const run = office.runner
  await run.run(registerComplaintCommand, { intake: intakeOf('漏水'), receivedBy: '' })
  const [complaint] = await office.db.of('complaints').toArray()
  const reason = 'why-4kQz81'
  await run.run(voidComplaintCommand, { id: complaint?.id ?? '', rev: complaint?.rev ?? 0, reason })
  await office.db.of('complaints').clear()
  let copy = ''
  await copyDatabase(
    office.db,
    {
      begin: async () => accept({ token: 't' }),
      append: async (_token, chunk) => {
        copy += chunk
        return accept(null)
      },
      finish: async () => accept({ path: 'p' }),
    },
    'before',
  )
  const details = copy.split('\n').filter((line) => line.includes('"auditDetails"'))
  expect(details.length).toBeGreaterThan(0)
  expect(details.every((line) => /"sealed":"[\w+/]+=*"/.test(line) || /"changes":\[\]/.test(line))).toBe(true)
  expect(details.join('')).not.toContain(reason)
})
