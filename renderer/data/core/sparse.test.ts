import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskDatabase } from './database'
import { getStretch } from './sparse'

let made = 0

async function filled(present: readonly number[]): Promise<DeskDatabase> {
  const db = new DeskDatabase(`sparse-${(made += 1)}`)
  await db.of('numbers').bulkPut(present.map((n) => ({ id: idOf(n), last: n })))
  return db
}

const idOf = (n: number) => `id-${String(n).padStart(4, '0')}`
const some = (max: number) => fc.uniqueArray(fc.nat({ max }), { maxLength: 60 })

describe('rows by their keys', () => {
  it('are those that each key by itself would bring, in the order of the keys', async () => {
    await fc.assert(
      fc.asyncProperty(some(80), fc.array(fc.nat({ max: 80 }), { maxLength: 40 }), async (present, asked) => {
        const db = await filled(present)
        const keys = asked.map(idOf)
        expect(await getStretch(db.of('numbers'), keys)).toEqual(await db.of('numbers').bulkGet(keys))
        db.close()
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['nothing stands between', [], 1],
    ['all of it stands there', Array.from({ length: 40 }, (_, n) => n), 2],
    ['little of it stands there', [0, 39], 2],
  ])('cost few questions where %s', async (_, present, most) => {
    const db = await filled(present)
    let questions = 0
    db.use({
      stack: 'dbcore',
      name: 'counting',
      create: (down) => ({
        table: (name) => {
          const table = down.table(name)
          const counted =
            <A, R>(ask: (req: A) => R) =>
            (req: A) => {
              questions += 1
              return ask(req)
            }
          return { ...table, query: counted(table.query), getMany: counted(table.getMany) }
        },
      }),
    })
    db.close()
    await db.open()
    await getStretch(
      db.of('numbers'),
      Array.from({ length: 40 }, (__, n) => idOf(n)),
    )
    expect(questions).toBe(most)
  })

  it('are found by keys of several fields', async () => {
    const db = await filled([])
    const entry = { opId: 'o', at: '', userId: '', command: 'x', refs: [], detailDigest: '', prev: '' }
    const rows = [1, 2, 3, 5, 8, 9].map((seq) => ({
      ...entry,
      deviceId: 'd',
      seq,
      digest: `${seq}`,
      refIds: [],
    }))
    await db.of('audit').bulkPut(rows)
    const keys = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((seq) => ['d', seq])
    const found = await getStretch(db.of('audit'), keys)
    expect(found.map((row) => row?.seq)).toEqual([
      9,
      8,
      undefined,
      undefined,
      5,
      undefined,
      3,
      2,
      1,
      undefined,
    ])
  })
})
