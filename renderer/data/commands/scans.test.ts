import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { ReceivedSheet, SheetRead } from '../../../shared/domain/scan'
import { scanSchema } from '../../../shared/schema'
import type { Result } from '../../../shared/util/result'
import type { Saved } from '../core/commandRunner'
import { attachmentsOf } from '../queries/attachments'
import { timelineOf } from '../queries/records'
import { countWaitingScans, scansIn, scansOfBytes } from '../queries/scans'
import { judgeSheet } from '../queries/sheets'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { complaintPaper } from './complaintPaper'
import { registerComplaintCommand } from './complaints'
import { changeOfficeCommand } from './office'
import {
  discardScanCommand,
  type FileScanInput,
  fileFromTrayCommand,
  receiveScansCommand,
  restoreScanCommand,
} from './scans'

function valueOf<T>(result: Result<Saved<T>>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value.value
}

const FORM = 'complaintVisit'
const read = (seq: number, version = 1, form = 'KF-TS-01'): SheetRead => ({
  number: { register: 'TS', year: 2026, letter: '', seq },
  version,
  form,
})
const file = (letter: string): StoredFile => ({
  sha256: letter.repeat(64),
  size: 1000,
  kind: 'pdf',
  mime: 'application/pdf',
  name: `${letter}.pdf`,
})
const sheet = (letter: string, codes: SheetRead[]): ReceivedSheet => ({
  file: file(letter),
  pages: 1,
  origins: [{ sha256: 'f'.repeat(64), name: '一叠.pdf', pages: [1], of: 3 }],
  source: 'dropped',
  codes,
})

/** An office with a complaint that was printed so many times. */
async function withPrints(prints: number) {
  const office = await openTestOffice()
  const input = { intake: intakeOf('漏水'), receivedBy: '', attachments: [] }
  let saved = valueOf(await office.runner.run(registerComplaintCommand, input))
  for (let version = 1; version <= prints; version += 1) {
    const print = { form: FORM, digest: `d${version}`, way: 'printer' as const, copies: 1, version }
    const { id, rev } = saved
    saved = valueOf(await office.runner.run(complaintPaper.markPrinted, { id, rev, ...print }))
  }
  return { office, id: saved.id, number: saved.number }
}

async function receive(office: TestOffice, sheets: ReceivedSheet[]) {
  return valueOf(await office.runner.run(receiveScansCommand, { sheets })).ids
}

const toFile = (id: string, recordId: string, more: Partial<FileScanInput> = {}): FileScanInput => ({
  id,
  rev: 1,
  table: 'complaints',
  recordId,
  form: FORM,
  version: 1,
  again: false,
  signature: null,
  ...more,
})

const SIGNED = { outcome: 'signed' as const, by: '张三', at: '2026-03-02T01:00:00.000Z', reason: '' }

describe('the tray (domain 10)', () => {
  it('keeps what came in, all or nothing, and knows the same bytes again', async () => {
    const { office } = await withPrints(0)
    await receive(office, [sheet('a', [read(1)]), sheet('b', [])])
    const rows = await scansIn(office.db, 'waiting', 10)
    expect(rows.map(({ file: { name } }) => name)).toEqual(['a.pdf', 'b.pdf'])
    for (const row of rows) expect(scanSchema.safeParse(row).success).toBe(true)
    expect(await countWaitingScans(office.db)).toBe(2)
    expect(await scansOfBytes(office.db, 'f'.repeat(64))).toHaveLength(2)
    const again = await office.runner.run(receiveScansCommand, { sheets: [sheet('c', []), sheet('a', [])] })
    expect(again).toMatchObject({ refusal: { key: 'scan.alreadyThere', params: { name: 'a.pdf' } } })
    expect(await countWaitingScans(office.db)).toBe(2)
  })

  it('files the sheet with its record: 已签, then 已归档, in one', async () => {
    const { office, id } = await withPrints(1)
    const [scan = ''] = await receive(office, [sheet('a', [read(1)])])
    const saved = valueOf(
      await office.runner.run(fileFromTrayCommand, toFile(scan, id, { signature: SIGNED })),
    )
    expect(saved.scanId).toBe(scan)
    const record = await office.db.of('complaints').get(id)
    const [kept] = await attachmentsOf(office.db, id)
    expect(kept).toMatchObject({ sha256: 'a'.repeat(64), sheet: { form: FORM, version: 1 } })
    expect(record?.prints[FORM]).toMatchObject({
      signature: { by: '张三', version: 1 },
      filing: { attachmentId: kept?.id, version: 1 },
    })
    // A scan belongs to the paper, not to the record's own 附件.
    expect(record?.attachmentIds).toEqual([])
    expect(await scansIn(office.db, 'filed', 10)).toMatchObject([
      { filed: { table: 'complaints', recordId: id, form: FORM, version: 1, attachmentId: kept?.id } },
    ])
    expect(await countWaitingScans(office.db)).toBe(0)
    expect((await timelineOf(office.db, id))[0]?.entry.command).toBe('scan.file')
  })

  it('overwrites nothing: a second scan of a print is refused unless asked for, and both stay', async () => {
    const { office, id } = await withPrints(1)
    const [first = '', second = '', third = ''] = await receive(office, [
      sheet('a', [read(1)]),
      sheet('b', [read(1)]),
      sheet('c', [read(1)]),
    ])
    valueOf(await office.runner.run(fileFromTrayCommand, toFile(first, id)))
    expect((await judgeSheet(office.db, [read(1)])).verdict).toBe('filed')
    expect(await office.runner.run(fileFromTrayCommand, toFile(second, id))).toMatchObject({
      refusal: { key: 'scan.filedBefore', params: { version: 1 } },
    })
    expect(await attachmentsOf(office.db, id)).toHaveLength(1)
    valueOf(await office.runner.run(fileFromTrayCommand, toFile(second, id, { again: true })))
    valueOf(await office.runner.run(fileFromTrayCommand, toFile(third, id, { form: null })))
    const kept = await attachmentsOf(office.db, id)
    expect(kept.map(({ sha256, voided }) => [sha256[0], voided])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ])
    expect((await office.db.of('complaints').get(id))?.attachmentIds).toEqual([kept[2]?.id])
  })

  it('keeps an earlier print as what it is, and waits on for the newest', async () => {
    const { office, id } = await withPrints(2)
    expect((await judgeSheet(office.db, [read(1)])).verdict).toBe('stale')
    const [scan = ''] = await receive(office, [sheet('a', [read(1)])])
    // The form was printed again while the glance was open: what somebody signed is on the sheet before.
    const signed = toFile(scan, id, { signature: SIGNED })
    expect(await office.runner.run(fileFromTrayCommand, signed)).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
    valueOf(await office.runner.run(fileFromTrayCommand, toFile(scan, id)))
    expect((await office.db.of('complaints').get(id))?.prints[FORM]).toMatchObject({
      filing: { version: 1 },
      signature: null,
    })
    expect((await judgeSheet(office.db, [read(1, 2)])).verdict).toBe('sure')
  })

  it('writes nothing where the record refuses', async () => {
    const { office, id } = await withPrints(1)
    const [scan = ''] = await receive(office, [sheet('a', [read(1)])])
    const refused = async (more: Partial<FileScanInput>) => {
      const answer = await office.runner.run(fileFromTrayCommand, toFile(scan, id, more))
      return answer.ok ? 'ok' : answer.refusal.key
    }
    expect(await refused({ version: 2 })).toBe('paper.versionUnknown')
    expect(await refused({ signature: { ...SIGNED, by: ' ' } })).toBe('paper.signerRequired')
    expect(await refused({ recordId: 'none' })).toBe('record.missing')
    expect(await refused({ rev: 2 })).toBe('record.changedElsewhere')
    expect(await refused({ id: 'none' })).toBe('scan.missing')
    expect(await attachmentsOf(office.db, id)).toEqual([])
    await office.signInAs('viewer')
    expect(await refused({})).toBe('role.notAllowed')
  })

  it('puts aside with a reason, and takes back', async () => {
    const { office } = await withPrints(0)
    const [id = ''] = await receive(office, [sheet('a', [])])
    valueOf(await office.runner.run(discardScanCommand, { id, rev: 1, reason: '广告单' }))
    expect(await scansIn(office.db, 'discarded', 10)).toMatchObject([{ discarded: { reason: '广告单' } }])
    valueOf(await office.runner.run(restoreScanCommand, { id, rev: 2 }))
    expect(await countWaitingScans(office.db)).toBe(1)
  })
})

describe('finding the record of a sheet', () => {
  it('goes by the number behind the prefix, whatever the prefix was then (domain 2)', async () => {
    const { office, id } = await withPrints(1)
    await office.signInAs('director')
    const names = { estateName: '翠湖花园', officeName: '翠湖管理处', deviceLetter: '' }
    valueOf(await office.runner.run(changeOfficeCommand, { ...names, numberPrefix: '翠湖客服' }))
    const input = { intake: intakeOf('停电'), receivedBy: '', attachments: [] }
    const other = valueOf(await office.runner.run(registerComplaintCommand, input))
    expect((await judgeSheet(office.db, [read(1)])).found?.record.id).toBe(id)
    expect((await judgeSheet(office.db, [read(2)])).found?.record.id).toBe(other.id)
    // Read from a picture, with the prefix of its day.
    const found = async (seq: number, prefix: string) =>
      (await judgeSheet(office.db, [{ ...read(seq), prefix }])).found?.record.id
    expect(await found(1, '客服')).toBe(id)
    expect(await found(2, '翠湖客服')).toBe(other.id)
    expect(await found(1, '翠湖客服')).toBeUndefined()
  })

  it('takes the sheet of another office for no sheet of its own, though the number is the same', async () => {
    const { office } = await withPrints(1)
    const judged = async (prefix: string, seq = 1) => judgeSheet(office.db, [{ ...read(seq), prefix }])
    expect(await judged('客服')).toMatchObject({ verdict: 'sure' })
    expect(await judged('东区')).toMatchObject({ verdict: 'otherOffice', found: null })
    expect(await judged('客服', 9)).toMatchObject({ verdict: 'unknownNumber', found: null })
  })

  it('says what is unknown', async () => {
    const { office } = await withPrints(1)
    const verdict = async (code: SheetRead) => (await judgeSheet(office.db, [code])).verdict
    expect(await verdict(read(9))).toBe('unknownNumber')
    expect(await verdict(read(1, 7))).toBe('unknownVersion')
    expect(await verdict(read(1, 1, 'KF-QQ-01'))).toBe('unknownForm')
    expect(await verdict({ ...read(1), number: { register: 'KZ', year: 2026, letter: '', seq: 1 } })).toBe(
      'unknownForm',
    )
  })
})
