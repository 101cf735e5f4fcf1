import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openRow, SealBroken, SealKeyMissing, sealRow } from './seal'
import { DeskDatabase } from './database'

const key = (fill: number) => new Uint8Array(32).fill(fill)
const PLACE = { table: 'visitNotes', key: 'v1' }
const notes = (id: string, text: string) => ({ id, visitorUserId: 'u1', text, at: '2026-03-01', by: '张三' })

let opened = 0
let db: DeskDatabase
async function open(fieldKey: Uint8Array | null, name = `sealing-${(opened += 1)}`): Promise<DeskDatabase> {
  db = new DeskDatabase(name)
  db.fieldKey = fieldKey
  await db.open()
  return db
}
afterEach(() => db?.close())

/** Rows as they lie in the store, past Dexie. */
async function stored(table: string): Promise<Record<string, unknown>[]> {
  const store = db.backendDB().transaction(table, 'readonly').objectStore(table)
  const request = store.getAll()
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as Record<string, unknown>[]))
    request.addEventListener('error', () => reject(request.error))
  })
}

describe('a sealed row', () => {
  it('opens as it was, whatever it held', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.string(), text: fc.jsonValue(), by: fc.string() }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (row, fieldKey) => {
          const place = { table: 'visitNotes', key: row.id }
          const sealed = sealRow(row, ['text'], place, fieldKey)
          expect(openRow(sealed, place, fieldKey)).toEqual(JSON.parse(JSON.stringify(row)))
          expect('text' in sealed).toBe(!('sealed' in sealed))
        },
      ),
    )
  })

  it('is never sealed the same twice, and says nothing of what it held', () => {
    const once = sealRow(notes('v1', '独居，有糖尿病'), ['text'], PLACE, key(1))
    const again = sealRow(notes('v1', '独居，有糖尿病'), ['text'], PLACE, key(1))
    expect(once['sealed']).not.toEqual(again['sealed'])
    expect(Object.keys(once).sort()).toEqual(['at', 'by', 'id', 'sealed', 'visitorUserId'])
  })

  it.each([
    ['another key', PLACE, key(2), (bytes: Uint8Array) => bytes],
    ['another row', { ...PLACE, key: 'v2' }, key(1), (bytes: Uint8Array) => bytes],
    ['another table', { ...PLACE, table: 'drafts' }, key(1), (bytes: Uint8Array) => bytes],
    ['a flipped bit', PLACE, key(1), (bytes: Uint8Array) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
    ['an end cut off', PLACE, key(1), (bytes: Uint8Array) => bytes.slice(0, 30)],
    ['nothing left', PLACE, key(1), () => new Uint8Array(0)],
    ['another format', PLACE, key(1), (bytes: Uint8Array) => bytes.with(0, 9)],
  ])('does not open with %s', (_name, place, fieldKey, spoil) => {
    const row = sealRow(notes('v1', '秘密'), ['text'], PLACE, key(1))
    const spoilt = { ...row, sealed: spoil(row['sealed'] as Uint8Array) }
    expect(() => openRow(spoilt, place, fieldKey)).toThrow(SealBroken)
  })

  it('asks for its key, and never reads as empty without it', () => {
    const row = sealRow(notes('v1', '秘密'), ['text'], PLACE, key(1))
    expect(() => openRow(row, PLACE, null)).toThrow(SealKeyMissing)
  })

  it('is none where there is nothing to seal', () => {
    const row = notes('v1', '')
    expect(sealRow(row, ['text'], PLACE, key(1))).toBe(row)
  })
})

describe('a database with a key', () => {
  const fill = async () => {
    await open(key(7))
    await db.of('visitNotes').bulkPut(['a', 'b', 'c'].map((id) => notes(id, `私密 ${id}`)))
  }

  it('stores seals, and reads rows by every way there is', async () => {
    await fill()
    for (const row of await stored('visitNotes')) expect(row).not.toHaveProperty('text')
    const table = db.of('visitNotes')
    const all = ['a', 'b', 'c'].map((id) => notes(id, `私密 ${id}`))
    expect(await table.get('a')).toEqual(all[0])
    expect(await table.get('none')).toBeUndefined()
    expect(await table.bulkGet(['c', 'none'])).toEqual([all[2], undefined])
    expect(await table.toArray()).toEqual(all)
    expect(await table.where('id').above('a').reverse().toArray()).toEqual([all[2], all[1]])
    expect(await table.where('id').above('a').limit(1).toArray()).toEqual([all[1]])
    expect(await table.filter(({ text }) => text === '私密 b').toArray()).toEqual([all[1]])
    const seen: string[] = []
    await table.each(({ text }) => seen.push(text))
    expect(seen).toEqual(all.map(({ text }) => text))
    expect(await table.count()).toBe(3)
    expect(await table.toCollection().primaryKeys()).toEqual(['a', 'b', 'c'])
  })

  it('changes rows in place, in a transaction and out of it', async () => {
    await fill()
    await db
      .of('visitNotes')
      .where('id')
      .anyOf('a', 'b')
      .modify((row) => {
        row.text = `${row.text} 改`
      })
    await db.transaction('rw', 'visitNotes', async () => {
      await db.of('visitNotes').update('c', { text: '新的' })
      expect(await db.of('visitNotes').get('c')).toMatchObject({ text: '新的' })
      await db.of('visitNotes').add(notes('d', '又一条'))
      expect((await db.of('visitNotes').toArray()).map(({ text }) => text)).toEqual([
        '私密 a 改',
        '私密 b 改',
        '新的',
        '又一条',
      ])
    })
    for (const row of await stored('visitNotes')) expect(row).not.toHaveProperty('text')
    await db.of('visitNotes').delete('a')
    expect(await db.of('visitNotes').count()).toBe(3)
  })

  it('seals fields of tables with indexes of their own, and finds their rows by them', async () => {
    await open(key(7))
    const draft = {
      id: 'd1',
      kind: 'complaint.intake',
      targetId: '',
      title: '张三 漏水',
      values: { content: '五楼漏水' },
      updatedAt: '2026-03-01T00:00:00.000Z',
      userId: 'u1',
    }
    await db.of('drafts').put(draft)
    expect(await db.of('drafts').orderBy('updatedAt').reverse().toArray()).toEqual([draft])
    const [row] = await stored('drafts')
    expect(row).not.toHaveProperty('values')
    expect(row).not.toHaveProperty('title')
    expect(row?.['updatedAt']).toBe(draft.updatedAt)
  })

  it('follows live queries', async () => {
    await fill()
    const seen: string[][] = []
    let next: (() => void) | null = null
    const watched = liveQuery(() => db.of('visitNotes').toArray()).subscribe((rows) => {
      seen.push(rows.map(({ text }) => text))
      next?.()
    })
    const answer = () => new Promise<void>((resolve) => (next = resolve))
    if (seen.length === 0) await answer()
    const changed = answer()
    await db.of('visitNotes').put(notes('a', '看到'))
    await changed
    watched.unsubscribe()
    expect(seen.at(-1)).toEqual(['看到', '私密 b', '私密 c'])
  })

  it('reads what was written before there was a key, beside what is sealed', async () => {
    const { name } = await open(null)
    await db.of('visitNotes').put(notes('a', '旧的'))
    expect(await stored('visitNotes')).toEqual([notes('a', '旧的')])
    db.fieldKey = key(7)
    await db.of('visitNotes').put(notes('b', '新的'))
    db.close()
    await open(key(7), name)
    expect((await db.of('visitNotes').toArray()).map(({ text }) => text)).toEqual(['旧的', '新的'])
  })

  it('throws by name without its key, and with another', async () => {
    await fill()
    const { name } = db
    db.close()
    await open(null, name)
    await expect(db.of('visitNotes').get('a')).rejects.toThrow(SealKeyMissing)
    await expect(db.of('visitNotes').toArray()).rejects.toThrow(SealKeyMissing)
    await expect(db.of('visitNotes').bulkGet(['a'])).rejects.toThrow(SealKeyMissing)
    await expect(
      db
        .of('visitNotes')
        .filter(() => true)
        .toArray(),
    ).rejects.toThrow(SealKeyMissing)
    await expect(
      db
        .of('visitNotes')
        .toCollection()
        .each(() => undefined),
    ).rejects.toThrow(SealKeyMissing)
    db.fieldKey = key(8)
    await expect(db.of('visitNotes').get('a')).rejects.toThrow(SealBroken)
  })
})
