import { z } from 'zod'
import { type Channel, channels } from '../../shared/ipc/channels'

/** A source of random figures in [0, 1) that gives the same ones for the same seed. */
export type Random = () => number

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

const HUGE = '张'.repeat(1_000_000)
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

/** Texts that lead out of a folder, into a shell, a page, a prototype, or a name that Windows keeps for itself. */
const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '..',
  '.',
  '../../outside/taken',
  '..\\..\\outside\\taken',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user@evil.example/',
  'app://desk/../secret',
  'con',
  'NUL.txt',
  'LPT9',
  'name. . .',
  '$(touch outside)',
  '; touch outside',
  '-o raw',
  '--help',
  '%2e%2e%2f',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'toString',
  '=cmd|/c calc!A1',
  '\u202Egpj.exe',
  '\uD800',
  '\n{"audit":{}}\n',
  '9'.repeat(400),
  'x'.repeat(301),
  DEEP,
  HUGE,
]

/** Texts that some field of some channel takes, so that a call gets as far as its handler. */
const FITTING_TEXTS: readonly string[] = [
  'a',
  'zh-CN',
  'https://example.com/',
  '/complaints/1',
  'ab'.repeat(32),
  '2026-03-02T01:00:00.000Z',
  '2026-03',
  '扫描.pdf',
  'A4',
  'info',
  '',
]

/** A value of no shape in particular, as far as it can travel between processes. */
export function hostileValue(random: Random): unknown {
  const cycle: Record<string, unknown> = { name: 'x' }
  cycle['self'] = cycle
  const makers: readonly (() => unknown)[] = [
    () => pick(random, HOSTILE_TEXTS),
    () => pick(random, HOSTILE_TEXTS),
    () => pick(random, [null, undefined, true, false]),
    () => pick(random, [Number.NaN, Infinity, -Infinity, -0, -1, 0.5, 2 ** 53, 1e308, 2 ** 31, 2 ** 32]),
    () => BigInt(2) ** BigInt(70),
    () => cycle,
    () => [cycle, cycle],
    () => new Uint8Array(pick(random, [0, 1, 65_536])),
    () => new Float64Array(3),
    () => new ArrayBuffer(8),
    () => new DataView(new ArrayBuffer(8)),
    () => new Date(pick(random, [0, Number.NaN, 8.64e15])),
    () => new Map<unknown, unknown>([['__proto__', { polluted: true }]]),
    () => new Set([1, 'a']),
    () => new Error('x'),
    () => /(a+)+$/,
    () =>
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
    () => Array.from({ length: pick(random, [0, 1, 501, 5_000]) }, () => 'x'),
    () => ({ length: 1e9 }),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])),
    () => nested(pick(random, [3, 2_000])),
  ]
  return pick(random, makers)()
}

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { a: value }
  return value
}

/** Some value that the schema takes, found by its shape; undefined where none is. */
function fitting(schema: z.core.$ZodType, random: Random): unknown {
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.core.$ZodType> = schema.shape
    return Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, fitting(part, random)]))
  }
  if (schema instanceof z.ZodArray) return [fitting(schema.element, random)]
  if (schema instanceof z.ZodNullable) return random() < 0.3 ? null : fitting(schema.unwrap(), random)
  if (schema instanceof z.ZodOptional) return random() < 0.5 ? undefined : fitting(schema.unwrap(), random)
  if (schema instanceof z.ZodUnion) return fitting(pick(random, schema.options), random)
  if (schema instanceof z.ZodEnum) return pick(random, schema.options)
  const candidates = [
    ...FITTING_TEXTS,
    1,
    5,
    1_000_000,
    true,
    false,
    new Uint8Array([0x25, 0x50, 0x44, 0x46]),
    {},
  ]
  const taken = candidates.filter((value) => z.safeParse(schema, value).success)
  return taken.length > 0 ? pick(random, taken) : undefined
}

/** An input of the channel's shape, as far as it can be guessed. */
export function fittingInput(channel: Channel, random: Random): unknown {
  return fitting(channels[channel].input, random)
}

/** The input with something wrong at one place: a hostile value, a key too many, one too few, or the whole of it. */
export function broken(input: unknown, random: Random): unknown {
  if (random() < 0.15 || typeof input !== 'object' || input === null || input instanceof Uint8Array) {
    return hostileValue(random)
  }
  const keys = Object.keys(input)
  const key = keys.length > 0 ? pick(random, keys) : 'more'
  if (Array.isArray(input))
    return random() < 0.3 ? [...input, hostileValue(random)] : [broken(input[0], random)]
  const whole: Record<string, unknown> = { ...input }
  const way = random()
  if (way < 0.15)
    return { ...whole, [pick(random, ['more', 'constructor', 'toString'])]: hostileValue(random) }
  if (way < 0.25) return JSON.parse(`{"__proto__":{"polluted":true},"${key}":1}`) as unknown
  if (way < 0.35) return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key))
  const inner = whole[key]
  const deeper = typeof inner === 'object' && inner !== null && random() < 0.6
  return { ...whole, [key]: deeper ? broken(inner, random) : hostileValue(random) }
}
