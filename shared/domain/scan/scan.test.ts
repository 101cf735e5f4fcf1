import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../util/civilTime'
import { REGISTER_CODES } from '../numbering/registers'
import type { StoredFile } from '../register/attachment'
import { contextAt } from '../register/testing'
import type { PrintState } from '../register/types'
import {
  awaitsSignature,
  discardScan,
  fileScan,
  type ReceivedSheet,
  receiveScan,
  restoreScan,
  type Scan,
  type SheetFacts,
  type SheetRead,
  sameSheet,
  sheetKey,
  verdictOn,
  verdictOnPrint,
} from '.'

const NOW = instantOf('2026-11-21', '09:30')
const file: StoredFile = {
  sha256: 'a'.repeat(64),
  size: 9,
  kind: 'pdf',
  mime: 'application/pdf',
  name: '扫描.pdf',
}
const code: SheetRead = {
  number: { register: 'TS', year: 2026, letter: '', seq: 12 },
  version: 2,
  form: 'KF-TS-01',
}
const sheet: ReceivedSheet = {
  file,
  pages: 1,
  origins: [{ sha256: 'b'.repeat(64), name: '扫描.pdf', pages: [3], of: 9 }],
  source: 'dropped',
  codes: [code],
}

/** A form printed `version` times, with the newest scan of print `filed` and a signature on print `signed`. */
function printOf(version: number, { filed = 0, signed = 0 } = {}): PrintState {
  const by = '小林'
  return {
    version,
    printedAt: NOW,
    printedBy: by,
    printedDigest: '',
    history: [],
    signature: signed
      ? { outcome: 'signed', by: '王', at: NOW, reason: '', version: signed, recordedBy: by }
      : null,
    filing: filed ? { attachmentId: 'x', version: filed, at: NOW, by } : null,
  }
}

describe('what is to become of a sheet (domain 10)', () => {
  const known = (print: PrintState | undefined): SheetFacts => ({
    form: 'complaintVisit',
    record: { prints: print ? { complaintVisit: print } : {} },
    otherOffice: false,
  })

  it.each([
    ['sure', known(printOf(2))],
    ['sure', known(printOf(2, { filed: 1 }))],
    ['stale', known(printOf(3))],
    ['stale', known(printOf(3, { filed: 1 }))],
    ['filed', known(printOf(2, { filed: 2 }))],
    ['filed', known(printOf(3, { filed: 2 }))],
    ['newerFiled', known(printOf(3, { filed: 3 }))],
    ['unknownVersion', known(printOf(1))],
    ['unknownVersion', known(undefined)],
    ['unknownNumber', { form: 'complaintVisit', record: null, otherOffice: false }],
    ['otherOffice', { form: 'complaintVisit', record: null, otherOffice: true }],
    ['unknownForm', { form: null, record: { prints: {} }, otherOffice: false }],
  ] as const)('%s for print 2 where the office knows %j', (verdict, facts) => {
    expect(verdictOn([code], facts)).toBe(verdict)
  })

  it('is not guessed where nothing was read, or two different codes', () => {
    expect(verdictOn([], known(printOf(2)))).toBe('unread')
    expect(verdictOn([code, { ...code, version: 1 }], known(printOf(2)))).toBe('several')
  })

  it('is sure only of the newest print without a scan', () => {
    const figures = fc.integer({ min: 0, max: 6 })
    fc.assert(
      fc.property(figures, figures, fc.integer({ min: 1, max: 6 }), (asked, filed, newest) => {
        const sure = verdictOnPrint(printOf(newest, { filed: Math.min(filed, newest) }), asked) === 'sure'
        expect(sure).toBe(asked === newest && Math.min(filed, newest) < newest)
      }),
    )
  })

  it.each([
    [printOf(2), 2, true],
    [printOf(2, { signed: 1 }), 2, true],
    [printOf(2, { signed: 2 }), 2, false],
    [printOf(3), 2, false],
    [undefined, 1, false],
  ])('a signature is noted with it only on the newest print without one (%#)', (print, version, awaits) => {
    expect(awaitsSignature(print, version)).toBe(awaits)
  })
})

it('names a sheet by all that its code says', () => {
  const codes = fc.record({
    number: fc.record({
      register: fc.constantFrom(...REGISTER_CODES),
      year: fc.integer({ min: 2025, max: 2026 }),
      letter: fc.constantFrom('', 'B'),
      seq: fc.integer({ min: 1, max: 3 }),
    }),
    version: fc.integer({ min: 1, max: 2 }),
    form: fc.constantFrom('KF-TS-01', 'KF-TS-02'),
    prefix: fc.constantFrom('客服', '东区', undefined),
  })
  expect(sheetKey({ ...code, number: { ...code.number, letter: 'B' } })).toBe('TS-2026-B0012|2|KF-TS-01')
  expect(sheetKey({ ...code, prefix: '客服' })).toBe('客服-TS-2026-0012|2|KF-TS-01')
  fc.assert(
    fc.property(codes, codes, (one, other) => {
      expect(sameSheet(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})

describe('the tray', () => {
  const ctx = contextAt(NOW, 'clerk')
  const made = (): Scan => {
    const scan = receiveScan(sheet, ctx)
    if (!scan.ok) throw new Error(scan.refusal.key)
    return scan.value
  }
  const place = {
    table: 'complaints',
    recordId: 'c1',
    number: '客服-TS-2026-0012',
    form: 'complaintVisit',
    version: 2,
    attachmentId: 'x',
  }

  it('knows a sheet again by the file it came in and by its own bytes', () => {
    expect(made()).toMatchObject({
      state: 'waiting',
      rev: 1,
      sha256s: ['b'.repeat(64), 'a'.repeat(64)],
      receivedAt: NOW,
      receivedBy: '小林',
    })
  })

  it('files, puts aside with a reason, and takes back what was put aside', () => {
    const filed = fileScan(made(), place, ctx)
    expect(filed).toMatchObject({
      value: { state: 'filed', rev: 2, filed: { ...place, at: NOW, by: '小林' } },
    })
    const aside = discardScan(made(), { reason: ' 广告 ' }, ctx)
    expect(aside).toMatchObject({ value: { state: 'discarded', discarded: { reason: '广告', by: '小林' } } })
    if (!aside.ok || !filed.ok) throw new Error('refused')
    expect(restoreScan(aside.value, ctx)).toMatchObject({
      value: { state: 'waiting', discarded: null, rev: 3 },
    })
    // Nothing is overwritten: what was decided is not decided again.
    for (const done of [filed.value, aside.value]) {
      expect(fileScan(done, place, ctx)).toMatchObject({ refusal: { key: 'scan.notWaiting' } })
      expect(discardScan(done, { reason: '广告' }, ctx)).toMatchObject({
        refusal: { key: 'scan.notWaiting' },
      })
    }
    expect(restoreScan(filed.value, ctx)).toMatchObject({ refusal: { key: 'scan.notDiscarded' } })
    expect(discardScan(made(), { reason: ' ' }, ctx)).toMatchObject({
      refusal: { key: 'scan.reasonRequired' },
    })
  })

  it('takes no recordings, and nothing from 查阅 (domain 1)', () => {
    const audio = { ...sheet, file: { ...file, kind: 'audio' as const } }
    expect(receiveScan(audio, ctx)).toMatchObject({ refusal: { key: 'scan.notAPage' } })
    const viewer = contextAt(NOW, 'viewer')
    const denied = { refusal: { key: 'office.notAllowed' } }
    expect(receiveScan(sheet, viewer)).toMatchObject(denied)
    expect(fileScan(made(), place, viewer)).toMatchObject(denied)
    expect(discardScan(made(), { reason: '广告' }, viewer)).toMatchObject(denied)
    expect(restoreScan({ ...made(), state: 'discarded' }, viewer)).toMatchObject(denied)
  })
})
