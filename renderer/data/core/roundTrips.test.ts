import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { judgeCommand, registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { RowWriter } from './rowWriter'

const { get } = IDBObjectStore.prototype

/** Listens to the stores whose rows are asked for: every answer is a way to the database and back (quality 2). */
function heardReads(): string[] {
  const read: string[] = []
  IDBObjectStore.prototype.get = function heard(this: IDBObjectStore, query) {
    read.push(this.name)
    return get.call(this, query)
  }
  return read
}

afterEach(() => {
  IDBObjectStore.prototype.get = get
})

describe('what a command asks of the database', () => {
  it('looks for no row before one that it has just made', async () => {
    const office = await openTestOffice()
    const read = heardReads()
    const input = { intake: intakeOf('漏水'), receivedBy: '' }
    expect(await office.runner.run(registerComplaintCommand, input)).toMatchObject({ ok: true })
    expect(read).not.toContain('complaints')
  })

  it('reads the record that it changes once', async () => {
    const office = await openTestOffice()
    const made = await office.runner.run(registerComplaintCommand, {
      intake: intakeOf('漏水'),
      receivedBy: '',
    })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id, rev } = made.value.value
    const read = heardReads()
    const judged = { id, rev, nature: 'valid', severity: 'minor', cause: 'quality' } as const
    expect(await office.runner.run(judgeCommand, judged)).toMatchObject({ ok: true })
    expect(read.filter((name) => name === 'complaints')).toEqual(['complaints'])
  })
})

describe('a row that is written twice in one transaction', () => {
  const counter = 'phrases|rows'
  const phrase = (text: string) => ({ id: 'p', field: 'measures', text })

  it('is new the first time only, whichever way it was written', async () => {
    for (const way of ['put', 'bulkPut'] as const) {
      const { db } = await openTestOffice()
      const replaced = await db.transaction('rw', ['phrases', 'counters', 'searchDocs'], async () => {
        const writer = new RowWriter(db)
        writer.made('p')
        if (way === 'put') await writer.put('phrases', phrase('旧'))
        else await writer.bulkPut('phrases', [phrase('旧')])
        const before = await writer.put('phrases', phrase('新'))
        await writer.finish()
        return before
      })
      expect(replaced).toEqual(phrase('旧'))
      expect(await db.of('phrases').toArray()).toEqual([phrase('新')])
      expect(await db.of('counters').get(counter)).toEqual({ id: counter, count: 1 })
    }
  })

  it('is read as it was written last', async () => {
    const { db } = await openTestOffice()
    await db.transaction('rw', ['phrases', 'counters', 'searchDocs'], async () => {
      const writer = new RowWriter(db)
      expect(await writer.read('phrases', 'p')).toBeUndefined()
      await writer.put('phrases', phrase('旧'))
      expect(await writer.read('phrases', 'p')).toEqual(phrase('旧'))
      await writer.bulkPut('phrases', [phrase('新')])
      expect(await writer.read('phrases', 'p')).toEqual(phrase('新'))
      await writer.finish()
    })
  })

  it('undoes everything where a row of that id stands there already', async () => {
    const { db } = await openTestOffice()
    await db.of('phrases').add({ ...phrase('旧') } as never)
    const clash = db.transaction('rw', ['phrases', 'counters', 'searchDocs'], async () => {
      const writer = new RowWriter(db)
      writer.made('p')
      await writer.put('phrases', phrase('新'))
      await writer.finish()
    })
    await expect(clash).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await db.of('phrases').toArray()).toEqual([phrase('旧')])
    expect(await db.of('counters').get(counter)).toBeUndefined()
  })
})
