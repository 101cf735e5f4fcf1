import { describe, expect, it } from 'vitest'
import { distort, type Way } from '../../e2e/fixtures/scans/distort'
import { chanceFrom } from '../../e2e/fixtures/scans/grey'
import { pictureFile, pixelsOf } from '../../e2e/fixtures/scans/pictureFile'
import { returnVisitSheetForm } from '../../shared/documents/returnVisitSheet/form'
import { typicalReturnVisits } from '../../shared/documents/samples/returnVisits'
import { coverage } from '../printing/fonts/coverage'
import { print } from '../printing/testing/printing'
import { greyOf } from './reading/grey'
import { readCodes } from './reading/readCodes'
import { backPages } from './testing/pile'
import { rasters } from './testing/rasters'
import { mixedRecords } from './testing/sheets'

/** `SCAN_LOOP=full`: fifty records with every page; else so many that the whole suite does not wait for it. */
const FULL = process.env.SCAN_LOOP === 'full'
const RECORDS = FULL ? 50 : 14
const SEED = Number(process.env.SCAN_SEED ?? 20261121)

interface Figures {
  pages: number
  right: number
  upright: number
  missed: string[]
  wrong: string[]
  strangers: number
  /** Milliseconds of the processor for each page, without unpacking the file. */
  ms: number[]
}

async function figuresOf(): Promise<Figures> {
  const figures: Figures = { pages: 0, right: 0, upright: 0, missed: [], wrong: [], strangers: 0, ms: [] }
  for await (const { name, turn, file, code } of backPages(mixedRecords(RECORDS), SEED, FULL)) {
    const page = greyOf(await pixelsOf(file))
    const start = process.cpuUsage()
    const read = await readCodes(page)
    const { user, system } = process.cpuUsage(start)
    figures.ms.push(Math.round((user + system) / 1000))
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

/** Rows whose codes were read on a page of eight return visits, and how it must be turned. */
async function rowsRead(way: Way, dpi: number): Promise<{ rows: number[]; turn: number }> {
  const definition = returnVisitSheetForm(typicalReturnVisits(coverage))
  const [page] = await rasters(await print(definition), dpi, 1, 1)
  if (!page) throw new Error('no page')
  const shot = distort(page, dpi, { way, turn: 180 }, chanceFrom(SEED))
  const { codes, turn } = await readCodes(greyOf(await pixelsOf(pictureFile(shot, 'jpeg', 60))))
  return { rows: codes.map(({ number }) => number.seq).sort(), turn }
}

describe('a list with a code in each row', () => {
  it.each(['flatbed', 'photo'] as const)('is read row by row, %s at 200 dpi', async (way) => {
    expect(await rowsRead(way, 200)).toEqual({ rows: [1, 2, 3, 4, 5, 6, 7, 8], turn: 180 })
  })

  it('is never taken for the sheet of one of its rows, even in poor light', async () => {
    const { rows, turn } = await rowsRead('dimPhoto', 150)
    expect(turn).toBe(180)
    expect(rows.length).toBeGreaterThanOrEqual(6)
    expect(rows.every((row) => row >= 1 && row <= 8)).toBe(true)
  })
})

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
    expect(figures.strangers).toBeGreaterThan(1)
    expect(figures.right / figures.pages).toBeGreaterThanOrEqual(0.98)
    // A page that was read is shown upright.
    expect(figures.upright).toBe(figures.right)
  }, 1_800_000)
})
