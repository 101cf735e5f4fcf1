import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32c } from './crc32c'
import { wholeLength } from './logTail'
import { logOf, withRecord } from './testing'

/** Sizes around a block's end are what goes wrong; noughts at a record's end look like what a power cut leaves. */
const payloads = fc.array(
  fc.record({
    size: fc.oneof(fc.nat(300), fc.integer({ min: 32_740, max: 32_780 }), fc.nat(100_000)),
    byte: fc.nat(255),
    endsInNoughts: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
)
type Payloads = typeof payloads extends fc.Arbitrary<infer T> ? T : never

const madeOf = (wanted: Payloads) =>
  logOf(
    wanted.map(({ size, byte, endsInNoughts }) => {
      const bytes = Buffer.alloc(size, byte)
      return endsInNoughts ? bytes.fill(0, Math.floor(size / 2)) : bytes
    }),
  )

const endBefore = (ends: readonly number[], size: number): number =>
  Math.max(0, ...ends.filter((end) => end <= size))

test('sums are those of CRC-32C', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283)
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa)
})

describe('what is whole of a log (quality 1)', () => {
  test('a log that ends with a record is whole', () => {
    fc.assert(
      fc.property(payloads, (wanted) => {
        const { log } = madeOf(wanted)
        expect(wholeLength(log)).toBe(log.length)
      }),
    )
    expect(wholeLength(Buffer.alloc(0))).toBe(0)
  })

  test('cut at any byte, everything up to the last whole record stays', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), (wanted, at) => {
        const { log, ends } = madeOf(wanted)
        const size = at % log.length
        expect(wholeLength(log.subarray(0, size))).toBe(endBefore(ends, size))
      }),
    )
  })

  test('with noughts from any byte on, everything up to the last whole record stays', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(70_000), (wanted, at, more) => {
        const { log, ends } = madeOf(wanted)
        const size = at % log.length
        const kept = log.subarray(0, size)
        const whole = wholeLength(Buffer.concat([kept, Buffer.alloc(more)]))
        // A record whose last bytes are noughts anyway is whole without them.
        const possible = ends.filter(
          (end) => end > size && log.subarray(size, end).every((byte) => byte === 0),
        )
        expect([endBefore(ends, size), ...possible]).toContain(whole)
      }),
    )
  })

  test('a record written behind what is whole is found again; behind a torn one it is not', () => {
    const { log, ends } = logOf([Buffer.alloc(100, 1), Buffer.alloc(100, 2)])
    const torn = log.subarray(0, log.length - 3)
    const next = Buffer.alloc(50, 3)
    const mended = withRecord(torn.subarray(0, wholeLength(torn) ?? undefined), next)
    expect(wholeLength(mended)).toBe((ends[0] ?? 0) + 57)
    expect(wholeLength(withRecord(torn, next))).not.toBe(torn.length + 57)
  })

  test('damage that is no torn end is left to Chromium', () => {
    const { log } = logOf([Buffer.alloc(100, 1), Buffer.alloc(100, 2)])
    const wrongType = Buffer.from(log)
    wrongType[6] = 9
    expect(wholeLength(wrongType)).toBeNull()
    const lastWithoutFirst = Buffer.from(log)
    lastWithoutFirst[6] = 4
    expect(wholeLength(lastWithoutFirst)).toBeNull()
    const tooLong = Buffer.from(log)
    tooLong.writeUInt16LE(0xffff, 4)
    expect(wholeLength(tooLong)).toBeNull()
  })

  test('a byte changed inside stays as it is: Chromium sums up what it reads', () => {
    const { log } = logOf([Buffer.alloc(100, 1), Buffer.alloc(100, 2)])
    log[20] = 7
    expect(wholeLength(log)).toBe(log.length)
  })
})
