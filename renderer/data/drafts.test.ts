import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskDatabase } from './core/database'
import { type Draft, DraftKeeper, findDraft, listDrafts, ownDraft } from './drafts'
import { damageSeal } from './testing/damage'

function draftOf(words: string): Draft {
  const updatedAt = '2026-11-20T01:00:00.000Z'
  return { id: 'd', kind: 'visit.amend', targetId: '', title: '', values: { words }, userId: 'u', updatedAt }
}

/** A database whose disk is full until `room` is set. */
function fullDisk() {
  const disk = { room: false, kept: [] as Draft[] }
  const put = async (draft: Draft) => {
    if (!disk.room) throw new Error('QuotaExceededError')
    disk.kept.push(draft)
  }
  const db = { of: () => ({ put }) } as unknown as DeskDatabase
  return { disk, keeper: new DraftKeeper(db) }
}

describe('a draft that cannot be read (quality 6)', () => {
  it('keeps neither a form from opening nor the others from whoever typed them', async () => {
    const db = new DeskDatabase('drafts-damaged')
    db.fieldKey = new Uint8Array(32).fill(7)
    await db.open()
    const mine = draftOf('写了一半')
    await db.of('drafts').bulkPut([mine, { ...mine, id: 'other', userId: 'v' }])
    await damageSeal(db, 'drafts', 'other')
    expect(await findDraft(db, mine.kind, '', 'u')).toEqual(mine)
    expect(await listDrafts(db, 'u')).toEqual([mine])
    await damageSeal(db, 'drafts', 'd')
    expect(await findDraft(db, mine.kind, '', 'u')).toBeNull()
    expect(await ownDraft(db, 'd', 'u')).toBeNull()
    expect(await listDrafts(db, 'u')).toEqual([])
    db.close()
  })
})

describe('a draft that cannot be written (domain 10, quality 6)', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits and is written when there is room, and is said to be kept only then', async () => {
    const { disk, keeper } = fullDisk()
    const said = vi.fn()
    keeper.onSaved(said)
    keeper.keep(draftOf('写了一半'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said).not.toHaveBeenCalled()
    disk.room = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(disk.kept.map(({ values }) => values)).toEqual([{ words: '写了一半' }])
    expect(said).toHaveBeenCalledOnce()
  })

  it('gives way to what was typed since', async () => {
    const { disk, keeper } = fullDisk()
    keeper.keep(draftOf('旧'))
    await vi.advanceTimersByTimeAsync(1_000)
    keeper.keep(draftOf('新'))
    disk.room = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(disk.kept.map(({ values }) => values)).toEqual([{ words: '新' }])
  })
})
