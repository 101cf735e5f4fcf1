import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../office/settings'
import { instantFromMs, msOf } from '../../util/civilTime'
import type { Result } from '../../util/result'
import { awaits, paperState, printed, type SignatureInput, withScan, withSignature } from './paper'
import type { PrintState, RuleContext } from './types'

const AT = '2026-11-09T01:00:00.000Z'
const LATER = '2026-11-09T03:00:00.000Z'

function at(now: string): RuleContext {
  return {
    now,
    actor: { userId: 'u1', name: '小林', role: 'clerk' },
    newId: () => 'id',
    settings: DEFAULT_SETTINGS,
  }
}

const sheet = (digest: string, version?: number) => ({
  digest,
  way: 'printer' as const,
  copies: 1,
  ...(version === undefined ? {} : { version }),
})
const signed: SignatureInput = { outcome: 'signed', by: '王建国', at: LATER, reason: '' }
const first = printed(undefined, sheet('a'), at(AT))

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value
}

describe('签字 state (domain 10)', () => {
  const sign = (print: PrintState) => accepted(withSignature(print, signed, at(LATER)))
  const refuseIt = (print: PrintState) =>
    accepted(withSignature(print, { ...signed, outcome: 'refused', reason: '不认可' }, at(LATER)))
  const scan = (print: PrintState) => accepted(withScan(print, { attachmentId: 'x' }, at(LATER)))
  const again = (print: PrintState) => printed(print, sheet('b'), at(LATER))

  it.each([
    ['未打印', undefined, 'notPrinted', 0],
    ['已打印待签', first, 'awaiting', 1],
    ['已签', sign(first), 'signed', 1],
    ['拒签', refuseIt(first), 'refused', 1],
    ['已签, 已归档', scan(sign(first)), 'filed', 1],
    ['拒签, 已归档', scan(refuseIt(first)), 'filed', 1],
    ['a scan alone does not say who signed', scan(first), 'awaiting', 1],
    ['the signature noted after the scan', sign(scan(first)), 'filed', 1],
    ['a later version waits again', again(scan(sign(first))), 'awaiting', 2],
    ['a later version, signed but not scanned', sign(again(scan(sign(first)))), 'signed', 2],
  ] as const)('%s', (_, print, stage, version) => {
    expect(paperState(print)).toMatchObject({ stage, version })
    expect(awaits(print)).toBe(stage === 'awaiting')
  })

  it('says who, when and why of the newest version only', () => {
    expect(paperState(refuseIt(first)).signature).toEqual({
      outcome: 'refused',
      by: '王建国',
      at: LATER,
      reason: '不认可',
      version: 1,
      recordedBy: '小林',
    })
    expect(paperState(again(scan(sign(first))))).toMatchObject({ signature: null, filing: null })
    expect(sign(first).signature?.reason).toBe('')
  })

  it('keeps the version of a sheet that leaves twice, as PDF and printed', () => {
    const twice = printed(first, { ...sheet('a', 1), way: 'pdf' }, at(LATER))
    expect(twice).toMatchObject({ version: 1, printedAt: AT })
    expect(twice.history.map(({ version, way }) => [version, way])).toEqual([
      [1, 'printer'],
      [1, 'pdf'],
    ])
    // Printed elsewhere meanwhile, or changed: a version of its own.
    expect(printed(first, sheet('b', 1), at(LATER)).version).toBe(2)
    expect(printed(first, sheet('a', 2), at(LATER)).version).toBe(2)
  })
})

describe('what is refused', () => {
  const keyOf = (result: Result<unknown>) => (result.ok ? null : [result.refusal.key, result.refusal.field])

  it.each([
    [undefined, {}, ['paper.notPrinted', undefined]],
    [first, { by: ' ' }, ['paper.signerRequired', 'by']],
    [first, { outcome: 'refused' as const, reason: ' ' }, ['paper.refusalReasonRequired', 'reason']],
    [first, { at: 'soon' }, ['time.invalid', 'at']],
    [first, { at: '2026-11-09T03:00:00.001Z' }, ['time.inFuture', 'at']],
    [first, { at: '2026-11-09T00:59:00.000Z' }, ['paper.signedBeforePrint', 'at']],
    [first, { at: AT }, null],
  ])('signature %#', (print, change, refused) => {
    expect(keyOf(withSignature(print, { ...signed, ...change }, at(LATER)))).toEqual(refused)
  })

  it('takes a scan of a version that exists, and none older than the one filed', () => {
    const filed = accepted(withScan(printed(first, sheet('b'), at(LATER)), { attachmentId: 'x' }, at(LATER)))
    expect(keyOf(withScan(undefined, { attachmentId: 'y' }, at(LATER)))?.[0]).toBe('paper.notPrinted')
    expect(keyOf(withScan(first, { attachmentId: 'y', version: 2 }, at(LATER)))?.[0]).toBe(
      'paper.versionUnknown',
    )
    expect(keyOf(withScan(filed, { attachmentId: 'y', version: 1 }, at(LATER)))?.[0]).toBe('paper.newerFiled')
    expect(accepted(withScan(filed, { attachmentId: 'y' }, at(LATER))).filing?.attachmentId).toBe('y')
  })
})

type Act = { kind: 'print' | 'sign' | 'refuse' | 'scan'; minutes: number }
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('print', 'sign', 'refuse', 'scan'),
    minutes: fc.integer({ min: 0, max: 600 }),
  }),
  { maxLength: 30 },
)

function act(print: PrintState | undefined, { kind }: Act, now: string): PrintState | undefined {
  const ctx = at(now)
  if (kind === 'print') return printed(print, sheet(now), ctx)
  const outcome = kind === 'sign' ? ('signed' as const) : ('refused' as const)
  const result =
    kind === 'scan'
      ? withScan(print, { attachmentId: now }, ctx)
      : withSignature(print, { outcome, by: '王', at: now, reason: '不认可' }, ctx)
  return result.ok ? result.value : print
}

describe('whatever happens to the paper, in whatever order', () => {
  it('every print is kept, versions rise by one, and the stage tells of the newest only', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let print: PrintState | undefined
        let prints = 0
        let sinceSigned = false
        let sinceScanned = false
        let ms = msOf(AT)
        for (const one of list) {
          ms += one.minutes * 60_000
          const before = print
          print = act(print, one, instantFromMs(ms))
          if (one.kind === 'print') {
            prints += 1
            sinceSigned = false
            sinceScanned = false
          } else if (before) {
            sinceSigned ||= one.kind !== 'scan'
            sinceScanned ||= one.kind === 'scan'
          }
        }
        const { stage, version } = paperState(print)
        expect(version).toBe(prints)
        expect(print?.history.map((event) => event.version) ?? []).toEqual(
          Array.from({ length: prints }, (_, i) => i + 1),
        )
        expect(stage === 'notPrinted').toBe(prints === 0)
        expect(stage === 'awaiting').toBe(prints > 0 && !sinceSigned)
        expect(stage === 'filed').toBe(sinceSigned && sinceScanned)
      }),
    )
  })
})
