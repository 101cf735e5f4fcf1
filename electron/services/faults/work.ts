import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Fault, faults } from './faultyFs'

/** For tests only: what a service does, and what has to be true of it afterwards. */
export interface Work {
  name: string
  /** What is there already, made without faults. */
  before?: (folder: string) => Promise<void>
  /** Does the work, and notes what was acknowledged; may throw or be refused at any place. */
  run: (folder: string, done: (what: string) => void) => Promise<void>
  /** The next start, without faults: everything that was noted has to be there, and the work can be done. */
  after: (folder: string, done: readonly string[]) => Promise<void>
}

const KINDS = [
  { code: 'EIO', lasts: 'once' },
  { code: 'EROFS', lasts: 'from' },
  { code: 'ENOSPC', lasts: 'from' },
] as const

/** A hundred backups on a machine that has other work to do. */
const PATIENCE_MS = 600_000

/**
 * Does the work with the first, the second, the third … call to the file system failing, until none is left to fail.
 * @param ofEachKind where a work is long: of each kind of call (`open`, `write`, `rename` …) so many, spread from the
 * first to the last, other ones with each fault.
 */
export function losesNothing(work: Work, ofEachKind = Infinity): void {
  it.each(KINDS.map((kind, turn) => ({ ...kind, turn })))(
    'loses nothing that it called done where any call fails with $code, $lasts',
    async ({ turn, ...kind }) => {
      if (ofEachKind !== Infinity) {
        const sample = sampleOf(await callsOf(work), ofEachKind, turn / KINDS.length)
        expect(sample.length).toBeGreaterThan(5)
        for (const at of sample) await tryWith(work, { at, ...kind })
        return
      }
      let at = 1
      while (await tryWith(work, { at, ...kind })) at += 1
      expect(at).toBeGreaterThan(5)
    },
    PATIENCE_MS,
  )
}

/** The names of all calls of a work, done without faults. */
async function callsOf(work: Work): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  await work.before?.(folder)
  faults.arm(null)
  const done: string[] = []
  await work.run(folder, (what) => done.push(what))
  const names = [...faults.names]
  faults.disarm()
  await work.after(folder, done)
  await rm(folder, { recursive: true, force: true })
  return names
}

/** Numbers of calls, from 1: of each name at most `most`, spread evenly; `shift` (0 to 1) moves them between two. */
export function sampleOf(names: readonly string[], most: number, shift: number): number[] {
  const kinds = new Map<string, number[]>()
  for (const [index, name] of names.entries()) kinds.set(name, [...(kinds.get(name) ?? []), index + 1])
  const chosen = [...kinds.values()].flatMap((calls) =>
    calls.length <= most
      ? calls
      : Array.from({ length: most }, (_, i) => calls[Math.floor(((i + shift) * calls.length) / most)] ?? 1),
  )
  return chosen.sort((a, b) => a - b)
}

/** Does the work with one fault; answers whether it was met. */
async function tryWith(work: Work, fault: Fault): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  const done: string[] = []
  await work.before?.(folder)
  faults.arm(fault)
  await work.run(folder, (what) => done.push(what)).catch(() => undefined)
  const { struck } = faults
  faults.disarm()
  try {
    await work.after(folder, done)
  } catch (error) {
    throw new Error(`after call ${fault.at} failed with ${fault.code}`, { cause: error })
  }
  await rm(folder, { recursive: true, force: true })
  return struck
}
