import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainTip, digestOf, sealEntry, verifyChain, verifyEntry } from './chain'
import type { AuditDetail, AuditEntry } from './types'

function detailOf(opId: string): AuditDetail {
  return {
    opId,
    userName: '张三',
    reason: '',
    changes: [{ table: 'complaints', id: 'c1', fields: [{ path: 'summary', before: '', after: opId }] }],
  }
}

function chainOf(length: number, deviceId = 'd1'): { entries: AuditEntry[]; details: AuditDetail[] } {
  const entries: AuditEntry[] = []
  const details: AuditDetail[] = []
  let tip: ChainTip | null = null
  for (let index = 0; index < length; index += 1) {
    const detail = detailOf(`op${index}`)
    const parts = {
      deviceId,
      opId: detail.opId,
      at: `2026-11-21T01:30:${String(index % 60).padStart(2, '0')}.000Z`,
      userId: 'u1',
      command: 'complaint.register',
      refs: [{ table: 'complaints', id: 'c1', number: '客服-TS-2026-0001' }],
    }
    const entry: AuditEntry = sealEntry(tip, parts, detail)
    entries.push(entry)
    details.push(detail)
    tip = { seq: entry.seq, digest: entry.digest }
  }
  return { entries, details }
}

describe('the hash chain of a device (architecture)', () => {
  it('begins at 1 with nothing before it, and each entry holds the digest of the one before', () => {
    const [first, second] = chainOf(2).entries
    expect(first).toMatchObject({ seq: 1, prev: '' })
    expect(second).toMatchObject({ seq: 2, prev: first?.digest })
    expect(first?.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('verifies, from the start and from a trusted tip, through a round trip of JSON', () => {
    const entries: AuditEntry[] = JSON.parse(JSON.stringify(chainOf(5).entries))
    const last = entries[4]
    expect(verifyChain(entries)).toEqual({ ok: true, tip: { seq: 5, digest: last?.digest }, count: 5 })
    const third = entries[2]
    const tip = { seq: 3, digest: third?.digest ?? '' }
    expect(verifyChain(entries.slice(3), tip)).toMatchObject({ ok: true, count: 2 })
    expect(verifyChain([])).toEqual({ ok: true, tip: null, count: 0 })
  })

  it('names the first entry that was changed, whichever field it was', () => {
    const fields = ['deviceId', 'opId', 'at', 'userId', 'command', 'detailDigest', 'refs'] as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...fields), (index, field) => {
        const { entries } = chainOf(10)
        const changed = entries.map((entry, at) =>
          at === index ? { ...entry, [field]: field === 'refs' ? [] : `${entry[field]}x` } : entry,
        )
        // A changed device shows one entry later too, but the entry itself is named.
        expect(verifyChain(changed)).toMatchObject({ ok: false, seq: index + 1 })
      }),
    )
  })

  it('cannot be mended by sealing the changed entry anew', () => {
    const { entries } = chainOf(4)
    const forged = entries.map((entry, at) => {
      if (at !== 1) return entry
      const changed = { ...entry, userId: 'u2' }
      return { ...changed, digest: digestOf(changed) }
    })
    expect(verifyChain(forged)).toEqual({ ok: false, seq: 3, problem: 'previous' })
  })

  it('notices entries taken out, doubled, swapped or of another device', () => {
    const { entries } = chainOf(4)
    const [a, b, c, d] = entries as [AuditEntry, AuditEntry, AuditEntry, AuditEntry]
    expect(verifyChain([a, c, d])).toEqual({ ok: false, seq: 3, problem: 'sequence' })
    expect(verifyChain([a, b, b])).toEqual({ ok: false, seq: 2, problem: 'sequence' })
    expect(verifyChain([b, a])).toEqual({ ok: false, seq: 2, problem: 'sequence' })
    const [, , foreign] = chainOf(3, 'd2').entries as [AuditEntry, AuditEntry, AuditEntry]
    expect(verifyChain([a, b, foreign])).toEqual({ ok: false, seq: 3, problem: 'device' })
  })

  it('holds the detail by its digest, and still verifies once the detail is erased by law (domain 13)', () => {
    const { entries, details } = chainOf(1)
    const [entry] = entries as [AuditEntry]
    const [detail] = details as [AuditDetail]
    expect(verifyEntry(entry, detail)).toBe(true)
    expect(verifyEntry(entry, { ...detail, userName: '李四' })).toBe(false)
    expect(verifyEntry(entry, null)).toBe(true)
    expect(verifyEntry({ ...entry, at: '2026-11-22T00:00:00.000Z' }, null)).toBe(false)
    expect(JSON.stringify(entry)).not.toContain('张三')
  })
})
