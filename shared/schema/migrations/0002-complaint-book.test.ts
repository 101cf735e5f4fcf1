import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedAfterPrint } from '../../domain/complaint'
import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { complaintSchema } from '../complaint'
import { complaintBook } from './0002-complaint-book'
import type { Row } from './types'

const TABLES = join(import.meta.dirname, '../../../e2e/fixtures/version1/tables.json')
const FORM = 'complaintVisit'

/** A record of the first release whose sheet shows exactly what it says, as that release kept the digest. */
function printedRecord(): Row {
  const { tables } = JSON.parse(readFileSync(TABLES, 'utf8')) as { tables: { complaints: Row[] } }
  const row = tables.complaints.find(({ prints }) => FORM in (prints as Row))
  if (!row) throw new Error('the fixture holds no printed record')
  const { listKeys: _keys, ...record } = row
  const noContent = ['id', 'register', 'year', 'seq', 'rev', 'state', 'createdAt', 'createdBy', 'updatedAt']
  const about = ['duty', 'prints', 'firstAskedUserId', 'repeatOf', 'steps']
  const shown = Object.entries(record).filter(([field]) => ![...noContent, ...about].includes(field))
  const printedDigest = sha256Hex(canonicalJson(Object.fromEntries(shown)))
  return { ...record, prints: { [FORM]: { ...((record['prints'] as Row)[FORM] as Row), printedDigest } } }
}

function migrated(complaint: Row) {
  const [row] = complaintBook.up({ complaints: [complaint] })['complaints'] ?? []
  return complaintSchema.parse(row)
}

describe('打印后有改动 after the migration (domain 10)', () => {
  it('is not said of a sheet that shows what its record says', () => {
    expect(changedAfterPrint(migrated(printedRecord()), FORM)).toBe(false)
  })

  it('is still said of a record that was changed after its print', () => {
    expect(changedAfterPrint(migrated({ ...printedRecord(), summary: '后来写的评价' }), FORM)).toBe(true)
  })
})
