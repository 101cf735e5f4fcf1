import { describe, expect, it } from 'vitest'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { encodeSheetCode } from '../../../shared/documents/qrPayload'
import type { FormMeta } from '../../../shared/documents/registry'
import { printable } from '../../../shared/documents/runs'
import { formatCivil } from '../../../shared/util/civilTime'
import { codesOf, expectPictures } from './pictures'
import { formText, pageTexts, pdfInfo, squeezed } from './poppler'
import { print } from './printing'

/** A sample of a form that stands on upright A4, and how many pages it takes. */
export interface CheckedSheet {
  form: PrintDefinition
  meta: FormMeta
  number: string
  version: number
  /** Free texts with their labels: each is on the sheet, whole. */
  texts: readonly (readonly [string, string])[]
  /** What the sheet shows of the record: each of its texts and instants is on it. */
  record: unknown
  /** What a hand fills in has its label. */
  labels: readonly string[]
}

/** Every instant in a record, wherever it stands. */
export function instants(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(instants)
}

const CODES =
  'id,kind,role,way,service,outcome,severity,stepId,personId,unitId,userId,visitId,reportedByUserId,state,register,table,relation,part,verdict,details,phone'
/** Keys whose values are no text that anybody wrote: ids, and words of the code that stand as others on paper. */
const NO_TEXT = new Set(CODES.split(','))

/** Every text in a record that somebody wrote, wherever it stands. */
function written(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d(?:-\d\dT.*)?$/.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (NO_TEXT.has(key) ? [] : written(one)))
}

/** Fewer characters than this say nothing where they stand by chance. */
const LEAST_PIECE = 6
const MOST_PIECES = 5

/**
 * Whether a sheet holds a text: whole, or in a few pieces where a row runs over a page's end and the texts of the other
 * columns stand between in the order in which they were written.
 */
export function holds(text: string, said: string): boolean {
  let rest = said
  for (let piece = 0; piece < MOST_PIECES && rest !== ''; piece += 1) {
    let length = rest.length
    while (length >= LEAST_PIECE && !text.includes(rest.slice(0, length))) length -= 1
    if (length < LEAST_PIECE) return text.includes(rest)
    rest = rest.slice(length)
  }
  return rest === ''
}

const printed = new WeakMap<PrintDefinition, Promise<Uint8Array>>()

/** The form as a PDF, printed once for all tests that look at it. */
function sheetOf(form: PrintDefinition): Promise<Uint8Array> {
  const made = printed.get(form) ?? print(form)
  printed.set(form, made)
  return made
}

/** The text tests that every form of a record passes (forms, "On every form"). */
export function checkTexts(checked: CheckedSheet): void {
  const { form, meta, number, version } = checked
  const made = sheetOf(form)

  it('holds every text of the record, whole', async () => {
    const text = await formText(await made)
    for (const [label, said] of checked.texts) {
      for (const line of printable(said).split('\n').map(squeezed)) {
        // Not `toContain`: its message would print the whole sheet.
        expect(holds(text, line), `${label}：${line}`).toBe(true)
      }
    }
  })

  it('holds everything that was written in the record, and every time', async () => {
    const text = await formText(await made)
    for (const said of written(checked.record)) {
      for (const line of printable(said).split('\n').map(squeezed)) expect(holds(text, line), line).toBe(true)
    }
    for (const at of instants(checked.record)) expect(text).toContain(squeezed(formatCivil(at)))
  })

  it('has every label, so that a hand can fill what is empty', async () => {
    const text = await formText(await made)
    for (const label of checked.labels) expect(text).toContain(label)
  })

  it('says on every page which record, part and page it is', async () => {
    const pages = await pageTexts(await made)
    const counts = pages.map((page) => /第 (\d+) 页 \/ 共 (\d+) 页/.exec(page)?.slice(1).map(Number) ?? [])
    expect(counts.filter(([page]) => page === 1)).toHaveLength(meta.parts.length)
    for (const page of pages) {
      expect(page).toContain(`No: ${number}`)
      expect(page).toContain(meta.code)
    }
    if (meta.parts.length > 1) {
      const each = pages.length / meta.parts.length
      pages.forEach((page, at) => expect(page).toContain(meta.parts[Math.floor(at / each)] ?? ''))
    }
    expect(pages[0]).toContain(`打印版次：第 ${version} 次`)
  })

  it('draws its boxes, and is a sheet of its paper, small enough to keep', async () => {
    expect(await formText(await made)).not.toMatch(/[☐☑☒✓✔]/)
    const info = await pdfInfo(await made)
    expect(info['Page size']).toContain(meta.paper === 'A5-landscape' ? '595.28 x 419.53' : 'A4')
    expect(info.Title).toBe(`${meta.title} ${number}`)
    expect((await made).length).toBeLessThanOrEqual(400 * 1024)
  })

  it('is the same file each time', async () => {
    expect(Buffer.from(await print(form)).equals(Buffer.from(await made))).toBe(true)
  })
}

/** The picture tests that every form of a record passes: as it was, and its code readable as scanned. */
export function checkPictures(name: string, checked: CheckedSheet, count: number): void {
  const { form, meta, number, version } = checked
  const made = sheetOf(form)

  it('looks as it did', async () => {
    await expectPictures(await made, name, count)
  })

  it('carries its number and version as a code on every page, readable as scanned', async () => {
    const code = encodeSheetCode({ number, version, form: meta.code })
    expect(await codesOf(await made, 150, 'right')).toEqual(Array.from({ length: count }, () => code))
  })
}

/**
 * That the signatures stand together on one page, with two lines of text, wherever the text before them ends.
 * @param formOf draws the form with so many lines of text before its signatures.
 * @param count signature boxes of each part. @param lines what stands right before them.
 */
export async function checkSignatures(
  formOf: (lines: string) => PrintDefinition,
  count: number,
  lines: readonly string[],
): Promise<void> {
  for (let length = 0; length <= 42; length += 6) {
    const said = Array.from({ length }, (_, at) => `第${at + 1}行`).join('\n')
    const pages = await pageTexts(await print(formOf(said)))
    for (const page of pages.filter((one) => one.includes('签名：'))) {
      expect(page.match(/签名：/g)).toHaveLength(count)
      for (const line of lines) expect(page).toContain(line)
    }
  }
}

/** All of it for samples by name, each with its count of pages. */
export function checkSamples(prefix: string, samples: readonly [string, CheckedSheet, number][]): void {
  describe.each(samples)(`${prefix}, %s`, (name, checked, count) => {
    checkTexts(checked)
    checkPictures(`${prefix}-${name}`, checked, count)
  })
}
