import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskDatabase } from '../core/database'
import { SealKeyMissing } from '../core/seal'
import { KEY_SEPARATOR } from '../core/rowTraits'
import { checkRows } from '../selfCheck/rows'
import { damageSeal } from '../testing/damage'
import { facetRange, readRange } from './ranges'

const key = new Uint8Array(32).fill(7)
const IDS = ['i1', 'i2', 'i3']
let db: DeskDatabase
let opened = 0

beforeEach(async () => {
  db = new DeskDatabase(`ranges-${(opened += 1)}`)
  db.fieldKey = key
  await db.open()
  // Of a lost item only what is sealed of it, and where it stands.
  const rows = IDS.map((id) => ({
    id,
    number: `客服-SW-2026-000${id.slice(1)}`,
    claims: [{ name: '王建国' }],
    listKeys: ['open', 'all'].map((facet) => [facet, '', id].join(KEY_SEPARATOR)),
  }))
  await db.table('lostItems').bulkPut(rows)
})
afterEach(() => db.close())

const idsOf = (ids: string[]) =>
  readRange(db, 'lostItems', facetRange('open'), 10, ({ id }) => (ids.push(id), id))

describe('a range with a row whose seal does not open (quality 6)', () => {
  it('is read without it, in its order, and names it', async () => {
    expect(await idsOf([])).toEqual({ rows: IDS, unreadable: [] })
    await damageSeal(db, 'lostItems', 'i2')
    expect(await idsOf([])).toEqual({ rows: ['i1', 'i3'], unreadable: ['i2'] })
  })

  it('is not called damaged where only the key is missing: nothing of it could be read', async () => {
    db.fieldKey = null
    await expect(idsOf([])).rejects.toThrow(SealKeyMissing)
  })

  it('is found by the self-check, among those that wait and among all', async () => {
    await damageSeal(db, 'lostItems', 'i2')
    const found = { kind: 'rows', table: 'lostItems' }
    const all = await checkRows(db, true)
    const open = await checkRows(db, false)
    // The rows here have too little for a list: each of them counts, and the sealed one by its id.
    for (const findings of [all, open]) expect(findings).toMatchObject([{ ...found, count: 3 }])
    expect(all[0]).toMatchObject({ names: ['客服-SW-2026-0001', 'i2', '客服-SW-2026-0003'] })
  })
})
