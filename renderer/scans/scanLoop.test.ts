import { describe, expect, it } from 'vitest'
import { pixelsOf } from '../../e2e/fixtures/scans/pictureFile'
import { greyOf } from './reading/grey'
import { readCodes } from './reading/readCodes'
import { backPages } from './testing/pile'
import { mixedRecords } from './testing/sheets'

/** `SCAN_LOOP=full`: fifty records with every page; else so many that the whole suite does not wait for it. */
const FULL = process.env.SCAN_LOOP === 'full'
const RECORDS = FULL ? 50 : 18
const SEED = Number(process.env.SCAN_SEED ?? 20261121)

interface Figures {
  pages: number
  right: number
  upright: number
  missed: string[]
  wrong: string[]
  strangers: number
  /** Milliseconds of reading without unpacking the file: in the middle, the slowest twentieth, of strangers. */
  ms: number[]
}

async function figuresOf(): Promise<Figures> {
  const figures: Figures = { pages: 0, right: 0, upright: 0, missed: [], wrong: [], strangers: 0, ms: [] }
  for await (const { name, turn, file, code } of backPages(mixedRecords(RECORDS), SEED, FULL)) {
    const page = greyOf(await pixelsOf(file))
    const start = performance.now()
    const read = await readCodes(page)
    figures.ms.push(Math.round(performance.now() - start))
    const own = JSON.stringify(code)
    if (read.codes.some((found) => JSON.stringify(found) !== own)) figures.wrong.push(name)
    if (code === null) {
      figures.strangers += 1
      continue
    }
    figures.pages += 1
    if (read.codes.length === 0) figures.missed.push(name)
    else {
      figures.right += 1
      if ((turn + read.turn) % 360 === 0) figures.upright += 1
    }
  }
  return figures
}

describe('the scan loop (domain 10)', () => {
  it('reads 98 % of spoilt pages, none of them wrongly, and nothing where nothing of ours is', async () => {
    const { ms, ...figures } = await figuresOf()
    ms.sort((a, b) => a - b)
    const at = (share: number): number => ms[Math.floor((ms.length - 1) * share)] ?? 0
    const told = {
      ...figures,
      share: figures.right / figures.pages,
      median: at(0.5),
      p95: at(0.95),
      slowest: at(1),
    }
    process.stdout.write(`scan loop: ${JSON.stringify(told)}\n`)
    expect(figures.wrong).toEqual([])
    expect(figures.strangers).toBeGreaterThan(2)
    expect(figures.right / figures.pages).toBeGreaterThanOrEqual(0.98)
    // A page that was read is shown upright.
    expect(figures.upright).toBe(figures.right)
  }, 1_800_000)
})
