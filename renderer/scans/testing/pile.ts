import { torn, withForeignCode, withoutCode, withSticker } from '../../../e2e/fixtures/scans/codes'
import { distort, type Way, WAYS } from '../../../e2e/fixtures/scans/distort'
import { type Chance, chanceFrom, oneOf } from '../../../e2e/fixtures/scans/grey'
import { pictureFile } from '../../../e2e/fixtures/scans/pictureFile'
import type { ReadSheetCode } from '../../../shared/documents/qrPayload'
import { print } from '../../printing/testing/printing'
import type { Grey } from '../reading/grey'
import type { Turn } from '../types'
import { rasters } from './rasters'
import type { PrintedRecord } from './sheets'

const TURNS: readonly [Turn, ...Turn[]] = [0, 90, 180, 270]
const DPIS: readonly [number, ...number[]] = [150, 200, 300]
const QUALITIES: readonly [number, ...number[]] = [40, 60, 85]

/** What becomes of a page before it is spoilt: strangers bear no code of ours that could be read. */
const STRANGERS: Record<string, (page: Grey, dpi: number, chance: Chance) => Grey> = {
  withoutCode,
  withForeignCode,
  torn,
}

/** A page as a file that came back. */
export interface BackPage {
  /** For the report: form, page, way, turn, resolution. */
  name: string
  way: Way
  /** How it lay: the reader has to turn it back. */
  turn: Turn
  file: Buffer
  /** What its code says; null for a stranger. */
  code: ReadSheetCode | null
}

function spoilt(page: Grey, dpi: number, way: Way, chance: Chance): { file: Buffer; turn: Turn } {
  const turn = oneOf(chance, TURNS)
  const file = pictureFile(distort(page, dpi, { way, turn }, chance), 'jpeg', oneOf(chance, QUALITIES))
  return { file, turn }
}

/**
 * The pages of printed records as they come back, one by one: each way in turn, some with a sticker of somebody else,
 * and after every fifth a stranger. `allPages`: every page of each record, else one that is drawn.
 */
export async function* backPages(
  records: readonly PrintedRecord[],
  seed: number,
  allPages: boolean,
): AsyncGenerator<BackPage> {
  const chance = chanceFrom(seed)
  let count = 0
  for (const { form, code, definition } of records) {
    const dpi = oneOf(chance, DPIS)
    const pages = await rasters(await print(definition), dpi)
    const drawn = Math.floor(chance() * pages.length)
    for (const [index, page] of pages.entries()) {
      if (!allPages && index !== drawn) continue
      const way = WAYS[count % WAYS.length] ?? 'flatbed'
      const own = count % 9 === 4 ? withSticker(page, dpi) : page
      const name = `${form}-${index + 1}-${way}-${dpi}`
      yield { name, way, code, ...spoilt(own, dpi, way, chance) }
      count += 1
      // Of a list the codes stand in the rows: its foot makes no stranger of it.
      if (count % 5 !== 0 || form === 'returnVisitSheet') continue
      const [kind = '', change] = oneOf(chance, Object.entries(STRANGERS) as [[string, typeof torn]])
      const stranger = change?.(page, dpi, chance) ?? page
      yield { name: `${kind}-${name}`, way, code: null, ...spoilt(stranger, dpi, way, chance) }
    }
  }
}
