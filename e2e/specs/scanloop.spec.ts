import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { type PrivateCups, startPrivateCups } from '../fixtures/cups'
import { expect, test } from '../fixtures/desk'
import { openOffice } from '../fixtures/offices'
import { withForeignCode, withoutCode } from '../fixtures/scans/codes'
import { distort, type Turn, WAYS } from '../fixtures/scans/distort'
import { type Chance, chanceFrom, type Grey, oneOf } from '../fixtures/scans/grey'
import { pictureFile } from '../fixtures/scans/pictureFile'
import { registerComplaint } from '../pages/complaints'
import { goTo } from '../pages/office'
import { printPreviewed } from '../pages/paper'
import { dropOnWindow, glance, type HandedFile, newestSheet } from '../pages/scans'

const run = promisify(execFile)

/** `SCAN_LOOP=full`: fifty records; else so many that the whole suite does not wait for them. */
const RECORDS = process.env.SCAN_LOOP === 'full' ? 50 : 6
const DPI = [150, 200, 300] as const
const TURNS: readonly [Turn, ...Turn[]] = [0, 90, 180, 270]
/** Pages a drop. */
const PORTION = 20
const SEED = 20261121

let cups: PrivateCups
let folder: string
test.beforeAll(async () => {
  cups = await startPrivateCups()
  folder = await mkdtemp(join(tmpdir(), 'front-desk-loop-'))
})
test.afterAll(async () => {
  await cups.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A page that came back: as a file, and whose it is; null for one that nobody can tell. */
interface Back extends HandedFile {
  number: string | null
}

/** A plain grey picture as poppler writes it: `P5`, width, height, 255, points. */
function greyOf(pgm: Buffer): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))
  const [all = '', width = '0', height = '0'] = head ?? []
  return { width: Number(width), height: Number(height), data: new Uint8Array(pgm.subarray(all.length)) }
}

/** Number of the record on each page of the printed pile. */
async function numbersOn(pdf: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 50_000_000 })
  const pages = stdout.split('\f').slice(0, -1)
  return pages.map((text) => /\S+-TS-\d{4}-\d{4}/.exec(text)?.[0] ?? '')
}

/** One page of the pile as a spoilt picture, in one of the ways in which paper comes back. */
async function spoilt(pdf: string, at: number, number: string, chance: Chance): Promise<Back> {
  const dpi = oneOf(chance, DPI)
  const out = join(folder, `page-${at}`)
  await run('pdftoppm', ['-r', `${dpi}`, '-f', `${at}`, '-l', `${at}`, '-gray', '-singlefile', pdf, out])
  const page = greyOf(await readFile(`${out}.pgm`))
  await rm(`${out}.pgm`)
  // Some pages are nobody's: their code is gone, or somebody else's stands there.
  const stranger = at % 8 === 5
  const shown = !stranger ? page : at % 16 === 5 ? withoutCode(page, dpi) : withForeignCode(page, dpi)
  const how = { way: WAYS[at % WAYS.length] ?? 'flatbed', turn: oneOf(chance, TURNS) }
  const bytes = pictureFile(distort(shown, dpi, how, chance), 'jpeg', 80)
  return { name: `${at}-${how.way}-${how.turn}-${dpi}.jpg`, bytes, number: stranger ? null : number }
}

/** What the desk made of each page: the record it was filed with, or null where it waits. */
function filedWith(page: Page): Promise<Record<string, string | null>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('front-desk')
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('no database')))
    })
    const rows = await new Promise<{ origins: { name: string }[]; filed: { number: string } | null }[]>(
      (resolve, reject) => {
        const asked = database.transaction('scans').objectStore('scans').getAll()
        asked.addEventListener('success', () => resolve(asked.result))
        asked.addEventListener('error', () => reject(new Error('no scans')))
      },
    )
    database.close()
    return Object.fromEntries(
      rows.flatMap(({ origins, filed }) => origins.map(({ name }) => [name, filed?.number ?? null])),
    )
  })
}

test('records printed, spoilt and dropped in find their way back (domain 10)', async ({ desk }) => {
  test.setTimeout(1_500_000)
  const page = await openOffice(desk, { env: cups.env })
  for (let made = 1; made <= RECORDS; made += 1) await registerComplaint(page, `第 ${made} 件：楼道灯不亮`)
  await goTo(page, '投诉')
  await page.getByRole('button', { name: '批量' }).click()
  await page.getByRole('menuitem', { name: '批量打印' }).click()
  await expect(page.getByRole('dialog', { name: '批量打印' }).getByText(`共 ${RECORDS} 件`)).toBeVisible()
  await page.keyboard.press('Enter')
  await printPreviewed(page)
  const pdf = join(folder, 'pile.pdf')
  await writeFile(pdf, await newestSheet(cups, 1))
  const numbers = await numbersOn(pdf)
  expect(new Set(numbers).size).toBe(RECORDS)

  const chance = chanceFrom(SEED)
  const pages: Back[] = []
  for (const [at, number] of numbers.entries()) pages.push(await spoilt(pdf, at + 1, number, chance))
  expect(await readdir(folder)).toEqual(['pile.pdf'])
  await goTo(page, '今日')
  for (let from = 0; from < pages.length; from += PORTION) {
    await dropOnWindow(page, pages.slice(from, from + PORTION))
    const file = glance(page).getByRole('button', { name: /^归档 \d+ 张$/ })
    await expect(file).toBeVisible({ timeout: 300_000 })
    await file.press('Enter')
    await expect(file).toBeHidden({ timeout: 60_000 })
    await page.keyboard.press('Escape')
    if (await glance(page).isVisible()) await glance(page).getByRole('button', { name: '关闭' }).click()
  }

  const became = await filedWith(page)
  const own = pages.filter(({ number }) => number !== null)
  const right = own.filter(({ name, number }) => became[name] === number)
  const wrong = pages.filter(({ name, number }) => became[name] && became[name] !== number)
  const waiting = own.filter(({ name }) => became[name] === null)
  const figures = {
    pages: pages.length,
    strangers: pages.length - own.length,
    filed: right.length,
    share: right.length / own.length,
    wrong: wrong.map(({ name }) => name),
    waiting: waiting.map(({ name }) => name),
  }
  process.stdout.write(`scan loop in the window: ${JSON.stringify(figures)}\n`)
  // Nothing is lost: every page is with its record or waits in the tray.
  expect(Object.keys(became)).toHaveLength(pages.length)
  expect(figures.wrong).toEqual([])
  expect(figures.share).toBeGreaterThanOrEqual(0.98)
})
