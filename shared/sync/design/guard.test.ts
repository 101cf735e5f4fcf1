import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { auditDocId, WIRE_VERSION } from '../wire'
import { designDocs, GUARD_CODES, guardCodeOf, guardText, lostLeaf } from '.'

type Doc = Record<string, unknown>
type Guard = (doc: Doc, old: Doc | null, user: object, security: object) => void

/** As CouchDB does: a context of its own, and documents that are JSON. */
function guardOf(officeId: string): (doc: Doc, old?: Doc | null, roles?: string[]) => string {
  const guard = new Script(`(${guardText({ officeId })})`).runInNewContext({}) as Guard
  const refusal = z.object({ forbidden: z.string() })
  return (doc, old = null, roles = []) => {
    try {
      guard(JSON.parse(JSON.stringify(doc)) as Doc, old, { name: 'desk', roles }, {})
      return 'taken'
    } catch (error) {
      const { forbidden } = refusal.parse(error)
      return guardCodeOf(forbidden) ?? forbidden
    }
  }
}

const verdict = guardOf('office-1')
const HEX = 'a'.repeat(64)
const common = { wire: WIRE_VERSION, office: 'office-1', dataVersion: 6 }
const record: Doc = {
  ...common,
  _id: 'complaints:c1',
  type: 'record',
  table: 'complaints',
  row: { id: 'c1', number: '客服-TS-2026-0001' },
  opId: 'op-1',
  deviceId: 'd1',
  seen: { d1: 4 },
  frozen: null,
  correction: null,
  reopened: null,
  erased: false,
  withheld: [],
}
const audit: Doc = {
  ...common,
  _id: auditDocId('d1', 12),
  type: 'audit',
  entry: { seq: 12, deviceId: 'd1', opId: 'op-1', digest: HEX, refs: [{ table: 'complaints', id: 'c1' }] },
  detail: { opId: 'op-1', changes: 'sealed' },
}
const content = { content_type: 'application/octet-stream', digest: 'md5-1', length: 3, stub: true }
const file: Doc = { ...common, _id: `file:${HEX}`, type: 'file', sha256: HEX, bytes: 3 }
const kept: Doc = { ...file, _attachments: { content } }
const device: Doc = {
  ...common,
  _id: 'device:d1',
  type: 'device',
  deviceId: 'd1',
  letter: 'B',
  replacedBy: null,
}

describe('what the guard takes and refuses (issue "Set-up")', () => {
  it.each<[string, Doc, string]>([
    ['a record', record, 'taken'],
    ['an entry of a chain', audit, 'taken'],
    ['an entry whose detail was erased', { ...audit, detail: null }, 'taken'],
    ['a file before its bytes', file, 'taken'],
    ['a file with its bytes', kept, 'taken'],
    ['a machine', device, 'taken'],
    ['a design document, which is the admin’s', { _id: '_design/other' }, 'taken'],
    ['a document of no kind', { ...record, type: 'note' }, 'shape'],
    ['one without a version', { ...record, wire: undefined }, 'shape'],
    ['one whose version is no count', { ...record, dataVersion: 1.5 }, 'shape'],
    ['a newer layout', { ...record, wire: WIRE_VERSION + 1 }, 'wire'],
    ['another office', { ...record, office: 'office-2' }, 'office'],
    ['no office', { ...audit, office: undefined }, 'office'],
    ['PIN hashes', { ...record, _id: 'credentials:c1', table: 'credentials' }, 'table'],
    ['drafts', { ...record, _id: 'drafts:c1', table: 'drafts' }, 'table'],
    ['no table', { ...record, _id: 'undefined:c1', table: undefined }, 'shape'],
    ['the id of another record', { ...record, _id: 'complaints:c2' }, 'id'],
    ['a row without id', { ...record, _id: 'complaints:undefined', row: {} }, 'id'],
    ['a row that is none', { ...record, row: [1] }, 'shape'],
    ['a record that does not say what it knows', { ...record, seen: undefined }, 'shape'],
    ['a record that does not say who wrote it', { ...record, opId: '' }, 'shape'],
    ['a record that does not say whether it was erased', { ...record, erased: undefined }, 'shape'],
    ['a record with a digest in the wrong place', { ...record, frozen: HEX }, 'shape'],
    ['an entry under another sequence', { ...audit, _id: auditDocId('d1', 13) }, 'id'],
    ['an entry under another machine', { ...audit, _id: auditDocId('d2', 12) }, 'id'],
    ['an entry without digest', { ...audit, entry: { seq: 12, deviceId: 'd1' } }, 'shape'],
    ['an entry whose detail is a text', { ...audit, detail: 'x' }, 'shape'],
    ['a file under another digest', { ...file, _id: `file:${'b'.repeat(64)}` }, 'id'],
    ['a file without digest', { ...file, sha256: 'x' }, 'shape'],
    ['a machine under another’s id', { ...device, _id: 'device:d2' }, 'id'],
    ['a machine with a letter that is none', { ...device, letter: 'bb' }, 'shape'],
  ])('%s', (_, doc, expected) => {
    expect(verdict(doc)).toBe(expected)
  })
})

describe('what stands on the server already', () => {
  const two = { begun: HEX, ended: 'b'.repeat(64) }
  const signed = { ...record, frozen: two, correction: 'bg-1', reopened: null }
  it.each<[string, Doc, Doc, string]>([
    ['an older release', { ...record, dataVersion: 7 }, record, 'older'],
    ['a newer release', record, { ...record, dataVersion: 7 }, 'taken'],
    ['another kind under its id', { ...record, _id: 'complaints:c1', type: 'audit' }, record, 'id'],
    [
      'any change of a record that no month keeps',
      record,
      { ...record, row: { id: 'c1', state: 'closed' } },
      'taken',
    ],
    ['a month that was signed now', record, signed, 'taken'],
    ['the month of its end, signed later', { ...signed, frozen: { ...two, ended: null } }, signed, 'taken'],
    ['what grows beside a signed month', signed, { ...signed, row: { id: 'c1', prints: {} } }, 'taken'],
    [
      'another content of a signed month',
      signed,
      { ...signed, frozen: { ...two, begun: 'c'.repeat(64) } },
      'frozen',
    ],
    ['a change of its end alone', signed, { ...signed, frozen: { ...two, ended: 'c'.repeat(64) } }, 'frozen'],
    ['one that does not know of the signing', signed, { ...signed, frozen: null }, 'frozen'],
    [
      'with another 更正单',
      signed,
      { ...signed, frozen: { ...two, begun: 'c'.repeat(64) }, correction: 'bg-2' },
      'taken',
    ],
    ['with the 更正单 taken away', signed, { ...signed, frozen: null, correction: null }, 'frozen'],
    ['with a 重开', signed, { ...signed, frozen: null, reopened: '2026-11#1' }, 'taken'],
    ['with an erasure by law', signed, { ...signed, frozen: null, erased: true }, 'taken'],
    [
      'with other fields kept back',
      signed,
      { ...signed, frozen: { ...two, ended: 'c'.repeat(64) }, withheld: ['injuries'] },
      'taken',
    ],
    ['what was erased by law, come back', { ...record, erased: true }, record, 'erased'],
    ['what was erased by law, written on', { ...record, erased: true }, { ...record, erased: true }, 'taken'],
    ['a tombstone made a record again', { ...signed, _deleted: true }, record, 'taken'],
    ['an entry as it was', audit, audit, 'taken'],
    ['an entry whose detail is erased now', audit, { ...audit, detail: null }, 'taken'],
    ['an entry with another detail', audit, { ...audit, detail: { opId: 'op-1', changes: 'x' } }, 'audit'],
    ['a detail that was erased, come back', { ...audit, detail: null }, audit, 'audit'],
    [
      'an entry that says something else',
      audit,
      { ...audit, entry: { ...(audit['entry'] as Doc), digest: 'x' } },
      'audit',
    ],
    [
      'an entry that refers to less',
      audit,
      { ...audit, entry: { ...(audit['entry'] as Doc), refs: [] } },
      'audit',
    ],
    ['bytes that come to their file', file, kept, 'taken'],
    ['a file as it was', kept, kept, 'taken'],
    ['other bytes', kept, { ...kept, _attachments: { content: { ...content, digest: 'md5-2' } } }, 'file'],
    ['bytes taken away', kept, file, 'file'],
    ['another letter of a machine', device, { ...device, letter: 'C' }, 'taken'],
  ])('%s', (_, old, doc, expected) => {
    expect(verdict(doc, old)).toBe(expected)
  })

  it('lets go nothing but what lost, and files by law; an admin may', () => {
    const gone = { _id: 'complaints:c1', _deleted: true, _rev: '2-a' }
    expect(verdict(gone, record)).toBe('deleted')
    expect(verdict({ ...gone, type: 'record', office: 'office-1' }, record)).toBe('deleted')
    expect(
      verdict({ ...gone, _id: audit['_id'], type: 'audit', office: 'office-1', lost: true }, audit),
    ).toBe('deleted')
    const leaf = { _id: 'complaints:c1', _rev: '2-a' }
    expect(verdict({ ...lostLeaf(leaf, 'office-1') }, record)).toBe('taken')
    expect(verdict({ ...lostLeaf(leaf, 'office-2') }, record)).toBe('deleted')
    expect(verdict({ ...kept, _deleted: true }, kept)).toBe('deleted')
    expect(verdict({ ...kept, _deleted: true, erased: true }, kept)).toBe('taken')
    expect(verdict(gone, record, ['_admin'])).toBe('taken')
  })
})

describe('the text of the guard', () => {
  it('is old JavaScript that any CouchDB 3 runs', () => {
    const text = guardText({ officeId: 'o' }).replaceAll(/\/\/.*$/gm, '')
    expect(text).not.toMatch(
      /=>|\b(?:let|const|class|of|async|await|import|export|require|log)\b(?!['-])|\.{3}|`|\?\?|\?\.|\*\*/,
    )
    // Reserved or missing in old engines.
    expect(text).not.toMatch(/\.(?:includes|startsWith|padStart|entries|values|flat|at)\(/)
  })

  it('quotes whatever the id of the office is', () => {
    const strange = guardOf(`o'"\\\n`)
    expect(strange({ ...record, office: `o'"\\\n` })).toBe('taken')
    expect(strange(record)).toBe('office')
  })

  it('says each of its codes, and knows no others', () => {
    const text = guardText({ officeId: 'o' })
    const said = [...text.matchAll(/refuse\('(\w+)'\)/g)].map(([, code]) => code)
    expect([...new Set(said)].toSorted()).toEqual([...GUARD_CODES].toSorted())
    expect(guardCodeOf('front-desk:else')).toBeNull()
    expect(guardCodeOf('You are not allowed to access this db.')).toBeNull()
  })

  it('stands in a design document of its own, so that a newer one makes no view anew', () => {
    const [guard, views] = designDocs({ officeId: 'o' })
    expect(guard).toMatchObject({ _id: '_design/front-desk', language: 'javascript' })
    expect(guard?.views).toBeUndefined()
    expect(Object.keys(views?.views ?? {})).toContain('by_table_state')
  })
})
