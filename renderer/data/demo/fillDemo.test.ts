import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { COMPLAINT_STATES } from '../../../shared/domain/complaint/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { complaintSchema, lostItemSchema, visitSchema } from '../../../shared/schema'
import { incidentSchema } from '../../../shared/schema/incident'
import { accept } from '../../../shared/util/result'
import { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { fillDemo } from './fillDemo'

const PIN_HASH = `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`

async function filled(name: string, complaints: number) {
  const lines: JournalLine[] = []
  let ids = 0
  const ports = {
    now: () => '2026-11-21T04:00:00.000Z',
    newId: () => `id-${String((ids += 1)).padStart(7, '0')}`,
    journal: {
      append: async (portion: JournalLine[]) => {
        lines.push(...portion)
        return accept({ lastSeq: lines.at(-1)?.seq ?? 0 })
      },
    },
  }
  const steps: number[] = []
  await fillDemo(
    ports,
    { name, fieldKey: null },
    { pinHash: PIN_HASH, complaints, onProgress: (done) => steps.push(done) },
  )
  const db = new DeskDatabase(name)
  await db.open()
  return { db, lines, steps }
}

const statesOf = async (db: DeskDatabase, table: 'lostItems' | 'incidents' | 'visits' | 'visitMonths') => [
  ...new Set((await db.of(table).toArray()).map(({ state }): string => state)),
]

/** The months are signed one after the other, and what one carries over the next takes in (domain 12). */
async function expectSignedYear(db: DeskDatabase): Promise<void> {
  const reviews = await db.of('monthReviews').toArray()
  expect(reviews.filter(({ state }) => state === 'approved').length).toBeGreaterThanOrEqual(10)
  expect(reviews.at(-1)).toMatchObject({ id: '2026-10', state: 'running' })
  const seals = await db.of('monthSeals').toArray()
  const carried = seals.map(({ statistics }) =>
    statistics.now.registers.find(({ table }) => table === 'complaints'),
  )
  for (const [i, month] of carried.entries()) {
    expect(month?.carryOver?.adjusted).toBe(0)
    if (i > 0) expect(month?.carryOver?.carriedIn).toBe(carried[i - 1]?.carryOver?.carriedOut)
  }
}

describe('the demo office', () => {
  it('is written by the office’s own commands, with complaints in every state', async () => {
    const { db, lines, steps } = await filled('demo', 320)
    const complaints = await db.of('complaints').toArray()
    expect(await db.of('units').count()).toBeGreaterThanOrEqual(600)
    expect(complaints.length).toBeGreaterThanOrEqual(320)
    const states = new Set(complaints.map(({ state }) => state))
    expect([...COMPLAINT_STATES].filter((state) => !states.has(state))).toEqual([])
    for (const complaint of complaints) complaintSchema.parse(withoutListKeys(complaint))
    for (const item of await db.of('lostItems').toArray()) lostItemSchema.parse(withoutListKeys(item))
    for (const incident of await db.of('incidents').toArray()) incidentSchema.parse(withoutListKeys(incident))
    for (const visit of await db.of('visits').toArray()) visitSchema.parse(withoutListKeys(visit))
    expect(await statesOf(db, 'lostItems')).toEqual(
      expect.arrayContaining(['stored', 'noticed', 'claimed', 'handedOver', 'expired', 'void']),
    )
    expect(await statesOf(db, 'incidents')).toEqual(expect.arrayContaining(['handling', 'archived']))
    expect(await statesOf(db, 'visits')).toEqual(expect.arrayContaining(['planned', 'visited', 'closed']))
    expect(await statesOf(db, 'visitMonths')).toEqual(expect.arrayContaining(['summarized']))
    await expectSignedYear(db)
    expect((await db.of('office').toArray())[0]).toMatchObject({ demo: true })
    const chain = (await db.of('meta').get('chain'))?.value
    expect(chain).toMatchObject({ seq: lines.length, digest: lines.at(-1)?.digest })
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  it('is the same for everybody on the same day', async () => {
    const [one, two] = [await filled('demo-1', 25), await filled('demo-2', 25)]
    expect(one.lines.at(-1)?.digest).toBe(two.lines.at(-1)?.digest)
  })
})
