import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BackupOffer, Inspection } from '../../../shared/ipc/restoreChannels'
import { accept, refuse } from '../../../shared/util/result'

const invoke = vi.hoisted(() => vi.fn())
vi.mock('../../platform/desk', () => ({ desk: { invoke } }))

const { lookBeside } = await import('./newer')

const chain = { deviceId: 'm', seq: 1, digest: 'a'.repeat(64) }
const manifest = (officeId: string) => ({
  format: 'front-desk.backup',
  version: 1,
  appVersion: '1.0.0',
  dataVersion: 5,
  reason: 'byHand',
  madeAt: '2026-11-21T03:00:00.000Z',
  officeId,
  estateName: '翠湖花园',
  officeName: '翠湖管理处',
  from: chain,
  counts: {},
})
const erasure = {
  id: 'complaints|c1',
  table: 'complaints',
  recordId: 'c1',
  at: '2026-11-21T02:30:00.000Z',
  byUserId: 'u1',
  by: '主任',
  basis: 'consentWithdrawn',
  digest: 'b'.repeat(64),
}
const offer = (token: string) => ({ token, name: token, folder: 'f', bytes: 9, listed: null }) as BackupOffer
const inspection = { officeId: 'o', madeAt: '2026-11-21T01:00:00.000Z' } as Inspection
const watch = { onProgress: () => undefined, signal: new AbortController().signal }

/** Backups beside, newest first: the office of each, or null for one that another password opens. */
let beside: Record<string, string | null>
const look = () => lookBeside(offer('chosen'), 'pass', inspection, watch)

beforeEach(() => {
  invoke.mockReset().mockImplementation(async (channel: string, { token }: { token: string }) => {
    if (channel === 'restore.newer') return accept({ offers: Object.keys(beside).map(offer) })
    if (channel !== 'restore.more') return accept({})
    const office = beside[token]
    if (!office) return refuse('restore.wrongPassword', 'password')
    const entries = [
      { name: 'manifest.json', text: JSON.stringify(manifest(office)) },
      { name: 'tables/erasures/0001.jsonl', text: `${JSON.stringify(erasure)}\n{"id":"half"}\n` },
    ]
    return accept({ at: 9, bytes: 9, done: true, entries, inspection: null })
  })
})

describe('newer backups beside one that is restored (domain 13)', () => {
  it('tell what was erased since, the newest for all of them', async () => {
    beside = { newest: 'o', middle: 'o' }
    expect(await look()).toMatchObject({
      offers: [{ token: 'newest' }, {}],
      erasures: [erasure],
      closed: false,
    })
    expect(invoke).toHaveBeenCalledTimes(3)
  })

  it('are said not to open where the newest does not, and an older one of them tells what it can', async () => {
    beside = { newest: null, middle: 'o' }
    expect(await look()).toMatchObject({ erasures: [erasure], closed: true })
    beside = { newest: null }
    expect(await look()).toMatchObject({ erasures: [], closed: true })
  })

  it('are not believed of another office, and none is nothing to say', async () => {
    beside = { newest: 'another' }
    expect(await look()).toMatchObject({ erasures: [], closed: true })
    beside = {}
    expect(await look()).toEqual({ offers: [], erasures: [], closed: false })
  })
})
