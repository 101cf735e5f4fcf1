import type * as nodeFs from 'node:fs'
import type * as fs from 'node:fs/promises'

/** For tests only: the file system, with calls that fail when they are told to. */
type Fs = typeof fs

/** Calls that change something: what a folder that is read-only, or full, refuses. */
const CHANGING = new Set([
  'appendFile',
  'copyFile',
  'datasync',
  'mkdir',
  'rename',
  'rm',
  'sync',
  'truncate',
  'unlink',
  'utimes',
  'write',
  'writeFile',
])
const LOOKING = new Set(['open', 'read', 'readFile', 'readdir', 'stat', 'statfs', 'access', 'close'])

/** Which calls fail: `once` the one, `from` that one and every changing call after it. */
export interface Fault {
  at: number
  code: 'EIO' | 'EROFS' | 'ENOSPC'
  lasts: 'once' | 'from'
}

/** A lever for tests: nothing is counted and nothing fails before `arm`. */
export class Faults {
  private fault: Fault | null = null
  private armed = false
  /** Calls since `arm`. */
  calls = 0
  /** Whether one has failed. */
  struck = false
  /** The names of the calls since `arm`, in their order. */
  readonly names: string[] = []

  arm(fault: Fault | null): void {
    Object.assign(this, { armed: true, calls: 0, struck: false, fault })
    this.names.length = 0
  }

  disarm(): void {
    this.armed = false
  }

  /** The error that a call has to fail with, or null. */
  next(name: string, changes: boolean): Error | null {
    if (!this.armed) return null
    this.calls += 1
    this.names.push(name)
    const { fault, calls } = this
    const falls = fault && (fault.lasts === 'once' ? calls === fault.at : calls >= fault.at && changes)
    if (!fault || !falls) return null
    this.struck = true
    return Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code, syscall: name })
  }
}

/** The faults of the test file that mocks `node:fs/promises` with `withFaults`. */
export const faults = new Faults()

/** The same functions; each asks `faults` first. Handles that they open do the same. */
export function withFaults(real: Fs): Fs {
  const wrapped: Record<string, unknown> = { ...real }
  for (const [name, call] of Object.entries(real)) {
    if (typeof call === 'function' && (CHANGING.has(name) || LOOKING.has(name)))
      wrapped[name] = wrap(name, call as Call, real)
  }
  return { ...wrapped, default: wrapped } as unknown as Fs
}

type Call = (...args: unknown[]) => Promise<unknown>

function wrap(name: string, call: Call, owner: object): Call {
  return async (...args) => {
    const changes = CHANGING.has(name) || (name === 'open' && opensToWrite(args[1]))
    const error = faults.next(name, changes)
    if (error) {
      if (name === 'write' || name === 'writeFile' || name === 'appendFile')
        await writeHalf(call, owner, args)
      // A handle that fails to close is closed all the same, as the system does it.
      if (name === 'close') await call.apply(owner, args)
      throw error
    }
    // Nobody pulls the plug here: a true flush would prove nothing, and thousands of them take minutes.
    if (name === 'sync' || name === 'datasync') return undefined
    const answer = await call.apply(owner, args)
    return name === 'open' ? handleOf(answer as fs.FileHandle) : answer
  }
}

/** A disk that is full takes what it still can: half of what was given. */
async function writeHalf(call: Call, owner: object, args: unknown[]): Promise<void> {
  const halved = args.map((arg) => {
    if (arg instanceof Uint8Array) return arg.subarray(0, Math.floor(arg.length / 2))
    return arg
  })
  if (halved.some((arg) => arg instanceof Uint8Array)) await call.apply(owner, halved)
}

function opensToWrite(flags: unknown): boolean {
  return typeof flags === 'number' ? (flags & 3) !== 0 : typeof flags === 'string' && flags !== 'r'
}

function handleOf(handle: fs.FileHandle): fs.FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function' || typeof name !== 'string') return value
      return CHANGING.has(name) || LOOKING.has(name)
        ? wrap(name, value as Call, target)
        : (value as Call).bind(target)
    },
  })
}

/** The same module; streams that read files ask `faults` at their opening and at every portion. */
export function withStreamFaults(real: typeof nodeFs): typeof nodeFs {
  const failing = <A extends unknown[]>(name: string, call: (...args: A) => void) => {
    return (...args: A) => {
      const error = faults.next(name, false)
      if (error) process.nextTick(args.at(-1) as (error: Error) => void, error)
      else call(...args)
    }
  }
  const fs = { ...real, open: failing('open', real.open), read: failing('read', real.read) }
  const createReadStream = (path: nodeFs.PathLike, options?: object) =>
    real.createReadStream(path, { ...options, fs } as Parameters<typeof real.createReadStream>[1])
  const wrapped = { ...real, createReadStream }
  return { ...wrapped, default: wrapped } as unknown as typeof nodeFs
}
