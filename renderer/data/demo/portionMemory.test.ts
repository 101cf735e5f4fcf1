import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DemoDatabase } from './playback'

let db: DemoDatabase
let made = 0
beforeEach(async () => {
  made += 1
  db = new DemoDatabase(`portion-${made}`)
  await db.open()
})
afterEach(() => db.close())

const counter = (id: string, count: number) => ({ id, count })
const line = (seq: number) => ({ seq, prev: '', digest: '', body: '{}' })

/** As the demo plays a portion. */
async function portion(play: () => Promise<void>): Promise<void> {
  try {
    await db.transaction('rw', db.tables, async () => {
      db.memory.begin()
      await play()
      await db.memory.write()
    })
  } finally {
    db.memory.end()
  }
}

describe('what one transaction remembers', () => {
  it('is read as it was last written, and written once, at the end', async () => {
    const counters = db.of('counters')
    await counters.put(counter('a', 1))
    await portion(async () => {
      for (let at = 0; at < 20; at += 1) {
        const [a, b] = await counters.bulkGet(['a', 'b'])
        await counters.bulkPut([counter('a', (a?.count ?? 0) + 1), counter('b', (b?.count ?? 0) + 2)])
      }
      expect(await counters.get('a')).toEqual(counter('a', 21))
      expect(await counters.get('c')).toBeUndefined()
    })
    expect(await counters.toArray()).toEqual([counter('a', 21), counter('b', 40)])
  })

  it('is found by index and range, and counted', async () => {
    await portion(async () => {
      await db.of('counters').bulkPut([counter('a', 1), counter('b', 2)])
      expect(await db.of('counters').where('id').above('a').toArray()).toEqual([counter('b', 2)])
      expect(await db.of('counters').count()).toBe(2)
      await db.of('counters').put(counter('a', 5))
      expect(await db.of('counters').toArray()).toEqual([counter('a', 5), counter('b', 2)])
    })
  })

  it('goes with what is deleted', async () => {
    const pending = db.of('pendingJournal')
    await pending.add(line(1))
    await portion(async () => {
      await pending.bulkAdd([line(2), line(3)])
      await pending.where('seq').belowOrEqual(2).delete()
      expect(await pending.get(2)).toBeUndefined()
      await pending.add(line(2))
    })
    expect((await pending.toArray()).map(({ seq }) => seq)).toEqual([2, 3])
  })

  it('is a copy, whatever becomes of the row', async () => {
    const row = { key: 'chain' as const, value: { seq: 1 } }
    await portion(async () => {
      await db.of('meta').put(row)
      row.value.seq = 2
      expect(await db.of('meta').get('chain')).toEqual({ key: 'chain', value: { seq: 1 } })
    })
    expect(await db.of('meta').get('chain')).toEqual({ key: 'chain', value: { seq: 1 } })
  })

  it('writes nothing where a row stands twice, and knows nothing of it afterwards', async () => {
    await db.of('pendingJournal').add(line(1))
    const twice = portion(async () => {
      await db.of('counters').put(counter('a', 1))
      await db.of('pendingJournal').add(line(1))
    })
    await expect(twice).rejects.toThrow(/ConstraintError|already exists/)
    expect(await db.of('counters').toArray()).toEqual([])
    expect(await db.of('counters').get('a')).toBeUndefined()
  })

  it('ends with the transaction', async () => {
    await portion(async () => void (await db.of('counters').put(counter('a', 1))))
    await db.of('counters').put(counter('a', 2))
    expect(await db.of('counters').get('a')).toEqual(counter('a', 2))
    expect(await db.of('counters').toArray()).toEqual([counter('a', 2)])
  })
})
