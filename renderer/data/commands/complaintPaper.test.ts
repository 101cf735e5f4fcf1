import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { listRecords } from '../queries/lists'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import {
  fillInCommand,
  fileScanCommand,
  markPrintedCommand,
  markPrintedManyCommand,
  notePrintedListCommand,
  recordSignatureCommand,
  signOnScreenCommand,
  reserveNumbersCommand,
} from './complaintPaper'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'

const FORM = 'complaintVisit'
const SHA = 'a'.repeat(64)
const file = { sha256: SHA, name: '扫描件.pdf', mime: 'application/pdf', kind: 'pdf' as const, size: 900 }

async function registered(office: TestOffice, content = '漏水') {
  const done = await office.runner.run(registerComplaintCommand, {
    intake: intakeOf(content),
    receivedBy: '',
  })
  if (!done.ok) throw new Error(done.refusal.key)
  return done.value.value
}

async function reserved(office: TestOffice, count: number) {
  const done = await office.runner.run(reserveNumbersCommand, { count })
  if (!done.ok) throw new Error(done.refusal.key)
  return done.value.value.records
}

const seqs = (records: readonly { number: string }[]) => records.map(({ number }) => number.slice(-4))

describe('numbers for blank forms (domain 2; forms, "On every form")', () => {
  it('are given with their records, without a gap between those of the desk', async () => {
    const office = await openTestOffice()
    const before = await registered(office)
    const records = await reserved(office, 3)
    const after = await registered(office)
    expect(seqs([before, ...records, after])).toEqual(['0001', '0002', '0003', '0004', '0005'])
    const page = await listRecords(office.db, {
      table: 'complaints',
      facets: ['open', 'state:reserved'],
      after: null,
      limit: 9,
    })
    expect(seqs(page.rows)).toEqual(['0002', '0003', '0004'])
  })

  it('are 1 to 20 at once, by whoever may register, and a refusal takes none', async () => {
    const office = await openTestOffice()
    for (const count of [0, 21, 1.5]) {
      expect((await office.runner.run(reserveNumbersCommand, { count })).ok).toBe(false)
    }
    await office.signInAs('viewer')
    expect(await office.runner.run(reserveNumbersCommand, { count: 1 })).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
    await office.signInAs('clerk')
    expect(seqs(await reserved(office, 20))[0]).toBe('0001')
  })

  it('become 受理 by 补录, tied to the household; one that is void keeps its number', async () => {
    const office = await openTestOffice()
    const [one, two] = await reserved(office, 2)
    if (!one || !two) throw new Error('none')
    const filled = await office.runner.run(fillInCommand, {
      id: one.id,
      rev: one.rev,
      intake: intakeOf('停电'),
      receivedBy: '保安甲',
    })
    expect(filled).toMatchObject({ ok: true, value: { value: { number: one.number } } })
    expect(await office.db.of('complaints').get(one.id)).toMatchObject({
      state: 'accepted',
      receivedBy: '保安甲',
    })
    await office.runner.run(voidComplaintCommand, { id: two.id, rev: two.rev, reason: '表丢了' })
    expect(await office.db.of('complaints').get(two.id)).toMatchObject({ state: 'void', number: two.number })
    expect(seqs([await registered(office)])).toEqual(['0003'])
  })
})

describe('签字 (domain 10)', () => {
  it('goes from print to scan; the scan is kept with its version and not among the 附件', async () => {
    const office = await openTestOffice()
    const { id, rev } = await registered(office)
    const sheet = { form: FORM, digest: 'd', way: 'printer' as const, copies: 1 }
    await office.runner.run(markPrintedCommand, { id, rev, ...sheet })
    const at = office.clock.now
    const signature = { id, rev: rev + 1, form: FORM, outcome: 'signed' as const, by: '张三', at, reason: '' }
    expect((await office.runner.run(recordSignatureCommand, signature)).ok).toBe(true)
    const scan = { id, rev: rev + 2, form: FORM, version: 1, file }
    expect((await office.runner.run(fileScanCommand, scan)).ok).toBe(true)
    const record = await office.db.of('complaints').get(id)
    const [row] = await office.db.of('attachments').toArray()
    expect(record?.attachmentIds).toEqual([])
    expect(record?.prints[FORM]?.filing).toMatchObject({ attachmentId: row?.id, version: 1 })
    expect(row).toMatchObject({ recordId: id, sheet: { form: FORM, version: 1 }, sha256: SHA })
  })

  it('is drawn on the screen: a version of its own, which no other print may pass for', async () => {
    const office = await openTestOffice()
    const { id, rev } = await registered(office)
    const { runner } = office
    const drawing = { width: 1000, height: 10, strokes: [[0, 0, 1000, 10]] }
    const signature = {
      id,
      rev,
      form: FORM,
      digest: 'd',
      role: '投诉人',
      by: '张三',
      pointer: 'pen' as const,
      drawing,
    }
    for (const strokes of [[], [[0]], [[0, 11]]]) {
      const given = { ...signature, drawing: { ...drawing, strokes } }
      expect(await runner.run(signOnScreenCommand, given)).toMatchObject({
        refusal: { key: 'paper.nothingDrawn' },
      })
    }
    for (const strokes of [[[-1, 0]], [[0.5, 0]], [Array.from({ length: 20_000 }, () => 0)]]) {
      const given = { ...signature, drawing: { ...drawing, strokes } }
      expect((await runner.run(signOnScreenCommand, given)).ok).toBe(false)
    }
    expect((await runner.run(signOnScreenCommand, signature)).ok).toBe(true)
    const { prints } = (await office.db.of('complaints').get(id)) ?? {}
    expect(prints?.[FORM]).toMatchObject({
      version: 1,
      printedDigest: 'd',
      signature: { outcome: 'signed', by: '张三', version: 1 },
      drawn: [{ role: '投诉人', digest: 'd', version: 1, drawing }],
    })
    const screen = { id, rev: rev + 1, form: FORM, digest: 'd', way: 'screen', copies: 1 } as const
    expect((await runner.run(markPrintedCommand, screen)).ok).toBe(false)
  })

  it('keeps no scan of a sheet that was never printed', async () => {
    const office = await openTestOffice()
    const { id, rev } = await registered(office)
    expect(await office.runner.run(fileScanCommand, { id, rev, form: FORM, version: 1, file })).toMatchObject(
      { refusal: { key: 'paper.notPrinted' } },
    )
    expect(await office.db.of('attachments').count()).toBe(0)
  })

  it('keeps no recording for a scan', async () => {
    const office = await openTestOffice()
    const { id, rev } = await registered(office)
    const print = { id, rev, form: FORM, digest: 'd', way: 'printer' as const, copies: 1 }
    expect((await office.runner.run(markPrintedCommand, print)).ok).toBe(true)
    const recording = { ...file, kind: 'audio' as const, mime: 'audio/webm', name: '录音.webm' }
    const scan = { id, rev: rev + 1, form: FORM, version: 1, file: recording }
    expect(await office.runner.run(fileScanCommand, scan)).toMatchObject({
      refusal: { key: 'paper.scanIsAudio' },
    })
    expect((await office.db.of('complaints').get(id))?.prints[FORM]?.filing).toBeNull()
  })

  it('is nothing for 查阅', async () => {
    const office = await openTestOffice()
    const { id, rev } = await registered(office)
    await office.signInAs('viewer')
    const at = office.clock.now
    const print = { id, rev, form: FORM, digest: 'd', way: 'pdf' as const, copies: 1 }
    const signature = { id, rev, form: FORM, outcome: 'signed' as const, by: '张三', at, reason: '' }
    const list = { form: 'x', rows: 1, way: 'pdf' as const, about: '' }
    const { runner } = office
    for (const refused of [
      await runner.run(markPrintedCommand, print),
      await runner.run(recordSignatureCommand, signature),
      await runner.run(signOnScreenCommand, {
        id,
        rev,
        form: FORM,
        digest: 'd',
        role: '投诉人',
        by: '张三',
        pointer: 'mouse' as const,
        drawing: { width: 1000, height: 1, strokes: [[0, 0, 1000, 0]] },
      }),
      await runner.run(fileScanCommand, { id, rev, form: FORM, version: 1, file }),
      await runner.run(notePrintedListCommand, list),
    ]) {
      expect(refused).toMatchObject({ refusal: { key: 'role.notAllowed' } })
    }
  })
})

describe('bulk prints are logged (domain 13)', () => {
  it('marks every record of a batch in one entry, or none', async () => {
    const office = await openTestOffice()
    const records = [await registered(office), await registered(office)]
    const sheets = records.map(({ id }) => ({ id, digest: 'd', version: 1 }))
    const batch = { form: FORM, way: 'batch' as const, copies: 1, sheets }
    const before = await office.db.of('audit').count()
    const broken = { ...batch, sheets: [...sheets, { id: 'nobody', digest: 'd', version: 1 }] }
    expect((await office.runner.run(markPrintedManyCommand, broken)).ok).toBe(false)
    expect((await office.db.of('complaints').get(records[0]?.id ?? ''))?.prints).toEqual({})
    expect(await office.runner.run(markPrintedManyCommand, batch)).toMatchObject({
      value: { value: { printed: 2 } },
    })
    expect(await office.db.of('audit').count()).toBe(before + 1)
    for (const { id } of records) {
      expect((await office.db.of('complaints').get(id))?.prints[FORM]?.history).toMatchObject([
        { version: 1, way: 'batch' },
      ])
    }
  })

  it('notes a list that left on paper, though no record changes', async () => {
    const office = await openTestOffice()
    const noted = { form: 'complaintLedger', rows: 12, way: 'printer' as const, about: '2026-03' }
    expect((await office.runner.run(notePrintedListCommand, noted)).ok).toBe(true)
    const details = await office.db.of('auditDetails').toArray()
    expect(details.at(-1)?.changes).toEqual([
      { table: 'complaints', id: '*', fields: [{ path: 'printed', before: null, after: 12 }] },
    ])
  })
})
