import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { registered } from '../../../shared/domain/complaint/testing'
import { loadPinyin } from '../../../shared/util/pinyin'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { BEGINNING } from '../replica/mark'
import { takeCommand } from '../replica/take'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { IndexKeeper } from './keeper'
import { SearchIndex } from './searchIndex'
import { SnapshotStore } from './snapshotStore'

beforeAll(() => loadPinyin())

/** One life of the window with its search. */
interface Life {
  find: (query: string, facets?: string[]) => string[]
  /** The worker hears of the commits since. */
  hear: () => void
  /** As while nobody works. */
  store: () => Promise<void>
  /** As within a second of a save. */
  note: () => Promise<void>
  keeper: IndexKeeper
}

async function begin(office: TestOffice): Promise<Life> {
  const index = new SearchIndex()
  const keeper = new IndexKeeper(office.db.name, index)
  keeper.write()
  await keeper.load()
  let heard = office.changes.length
  const pause = () => Promise.resolve(true)
  const prepare = () => {
    while (index.prepare(100)) continue
  }
  return {
    keeper,
    find: (query, facets = []) =>
      index
        .search({ query, kinds: ['complaint'], facets, limit: 1000 })
        .hits.map(({ id }) => id)
        .toSorted(),
    hear: () => {
      for (const change of office.changes.slice(heard)) keeper.apply(change)
      heard = office.changes.length
    },
    store: async () => {
      prepare()
      await keeper.save(pause, true)
    },
    note: async () => {
      prepare()
      await keeper.save(pause)
    },
  }
}

async function register(office: TestOffice, words: string) {
  const intake = intakeOf(words, { registeredAt: office.clock.now })
  const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!saved.ok) throw new Error(saved.refusal.key)
  return saved.value.value
}

async function take(office: TestOffice, id: string, words: string) {
  const row = { ...registered({ content: words }), id, number: `客服-TS-2026-${id}` }
  const record = {
    table: 'complaints' as const,
    recordId: id,
    rev: '1-ab',
    row: row as unknown as Record<string, unknown>,
    seen: { another: 1 },
    opId: `op-${id}`,
    deviceId: 'another',
    frozen: false,
    withheld: [],
  }
  const mark = { replicating: true, server: 's', checkpoint: BEGINNING, confirmed: 0, deviceId: '' }
  const taken = await office.runner.run(takeCommand, { records: [record], entries: [], mark })
  if (!taken.ok) throw new Error(taken.refusal.key)
}

/** What lies in the database, looked through one by one. */
async function naive(office: TestOffice, word: string): Promise<string[]> {
  const docs = await office.db.of('searchDocs').toArray()
  return docs
    .filter(({ kind, text }) => kind === 'complaint' && text.includes(word))
    .map(({ id }) => id)
    .toSorted()
}

/** Writes another word into what is stored, by which it is seen whether it was believed. */
async function markStored(office: TestOffice, word: string, mark: string) {
  const store = await SnapshotStore.open(office.db.name)
  const group = await store.group(0)
  if (!group) throw new Error('nothing is stored')
  const texts = group.texts.map((text) => text.replaceAll(word, mark))
  await store.putGroup(0, { ...group, texts, grams: group.grams.fill(255) })
  store.close()
}

async function storedWords(office: TestOffice): Promise<string> {
  const store = await SnapshotStore.open(office.db.name)
  const group = await store.group(0)
  store.close()
  return group?.texts.join('') ?? ''
}

/** An office whose index is stored with 漏水 written as 标记. */
async function officeWithMark() {
  const office = await openTestOffice()
  const { id, rev } = await register(office, '电梯漏水')
  const life = await begin(office)
  await life.store()
  await markStored(office, '漏水', '标记')
  return { office, id, rev }
}

describe('the stored index and the books (decision 42)', () => {
  it('is read at the next start, with what was written since', async () => {
    const { office, id } = await officeWithMark()
    const later = await register(office, '大堂漏水')
    const life = await begin(office)
    expect(life.find('标记')).toEqual([id])
    expect(life.find('漏水')).toEqual([later.id])
  })

  it('reads anew what was changed since', async () => {
    const { office, id, rev } = await officeWithMark()
    await office.runner.run(voidComplaintCommand, { id, rev, reason: '登记两次' })
    const life = await begin(office)
    expect(life.find('标记')).toEqual([])
    expect(life.find('漏水', ['ended'])).toEqual([id])
  })

  it('is not believed where the chain stood elsewhere, in another version, or while something is erased', async () => {
    const spoils: ((office: TestOffice) => Promise<unknown>)[] = [
      (office) =>
        office.db.of('meta').put({ key: 'chain', value: { seq: 3, digest: 'another', newestAt: '' } }),
      (office) =>
        office.db.of('meta').put({ key: 'chain', value: { seq: 1, digest: 'older', newestAt: '' } }),
      (office) => office.db.of('meta').put({ key: 'deviceId', value: 'another' }),
      (office) => office.db.of('meta').put({ key: 'dataVersion', value: 99 }),
      (office) => office.db.of('meta').put({ key: 'clearErased', value: true }),
      (office) => office.db.of('audit').clear(),
    ]
    for (const spoil of spoils) {
      const { office, id } = await officeWithMark()
      await spoil(office)
      const life = await begin(office)
      expect(life.find('标记')).toEqual([])
      expect(life.find('漏水')).toEqual([id])
    }
  })

  it('is not believed when it is torn, and is made anew', async () => {
    const { office, id } = await officeWithMark()
    const store = await SnapshotStore.open(office.db.name)
    const group = await store.group(0)
    if (group) await store.putGroup(0, { ...group, texts: [] })
    store.close()
    const life = await begin(office)
    expect(life.find('漏水')).toEqual([id])
    await life.store()
    expect(await storedWords(office)).toContain('漏水')
  })

  it('knows what replication took in only if that was noted', async () => {
    for (const noted of [true, false]) {
      const { office, id } = await officeWithMark()
      const life = await begin(office)
      await take(office, 'there', '地下室停电')
      life.hear()
      expect(life.find('停电')).toEqual(['there'])
      if (noted) await life.note()
      const next = await begin(office)
      expect(next.find('停电')).toEqual(['there'])
      expect(next.find('标记')).toEqual(noted ? [id] : [])
    }
  })

  it('holds no more of what is thrown away', async () => {
    const { office } = await officeWithMark()
    const life = await begin(office)
    life.keeper.forget()
    const store = await SnapshotStore.open(office.db.name)
    await store.clear()
    expect(await store.head()).toBeNull()
    expect(await store.group(0)).toBeUndefined()
    store.close()
  })

  it('finds what a look at every document finds, whatever happens between two starts', async () => {
    const step = fc.constantFrom('register', 'void', 'take', 'hear', 'note', 'store', 'start')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const office = await openTestOffice()
        let life = await begin(office)
        const open: { id: string; rev: number }[] = []
        let count = 0
        for (const one of [...steps, 'start']) {
          count += 1
          if (one === 'register') open.push(await register(office, count % 2 ? '电梯漏水' : '车库停电'))
          if (one === 'take') await take(office, `B00${count}`, '车库漏水')
          const ended = one === 'void' ? open.pop() : undefined
          if (ended) await office.runner.run(voidComplaintCommand, { ...ended, reason: '登记两次' })
          if (one === 'start') life = await begin(office)
          else life.hear()
          if (one === 'note') await life.note()
          if (one === 'store') await life.store()
          for (const word of ['漏水', '停电', '梯', 'ts2026']) {
            expect(life.find(word)).toEqual(await naive(office, word))
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
