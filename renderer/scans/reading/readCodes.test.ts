import { encodeQR } from 'qr'
import { describe, expect, it } from 'vitest'
import { foreignCode, stacked } from '../../../e2e/fixtures/scans/codes'
import { lay, sheet } from '../../../e2e/fixtures/scans/grey'
import { blur, lightUp } from '../../../e2e/fixtures/scans/spoil'
import { quarterTurn } from '../../../e2e/fixtures/scans/warp'
import { encodeSheetCode } from '../../../shared/documents/qrPayload'
import type { Grey } from './grey'
import { readCodes, turnFor } from './readCodes'

const OURS = encodeSheetCode({ number: '客服-TS-2026-0042', version: 3, form: 'KF-TS-01' })
const NUMBER = { register: 'TS', year: 2026, letter: '', seq: 42 }
const READ = { number: NUMBER, prefix: '客服', version: 3, form: 'KF-TS-01' }

/** White paper as of A5 at 150 dpi, our code in its lower right corner. */
function paper(text = OURS): Grey {
  const page = sheet(1240, 874)
  const code = foreignCode(150, text)
  lay(page, code, page.width - 190, page.height - 190)
  return page
}

describe('reading the codes of a page', () => {
  it.each([0, 90, 180, 270] as const)(
    'reads a page turned by %i, and tells how to turn it back',
    async (turn) => {
      const { codes, turn: back } = await readCodes(quarterTurn(paper(), turn))
      expect(codes).toEqual([READ])
      expect((turn + back) % 360).toBe(0)
    },
  )

  it('reports two slips on one sheet of paper, each once', async () => {
    const other = encodeSheetCode({ number: '客服-TS-2026-0043', version: 1, form: 'KF-TS-02' })
    const { codes } = await readCodes(stacked(paper(), paper(other)))
    expect(codes.map(({ number, form }) => [number.seq, form]).sort()).toEqual([
      [42, 'KF-TS-01'],
      [43, 'KF-TS-02'],
    ])
    expect((await readCodes(stacked(paper(), paper()))).codes).toEqual([READ])
  })

  it('takes no foreign code for ours, nor one in an unknown shape', async () => {
    for (const text of ['wxp://f2f0abc', 'FD2|客服-TS-2026-0042|3|KF-TS-01', 'FD1|客服-TS-2026|3|KF-TS-01']) {
      expect(await readCodes(paper(text))).toEqual({ codes: [], turn: 0 })
    }
  })

  it('reads whose number it is, in whatever letters', async () => {
    for (const prefix of ['东区', 'KF', '翠湖花园服务中心', '㐂𠮷-1']) {
      const text = encodeSheetCode({ number: `${prefix}-TS-2026-0042`, version: 3, form: 'KF-TS-01' })
      expect((await readCodes(paper(text))).codes).toEqual([{ ...READ, prefix }])
    }
  })

  it('answers nothing for an empty page', async () => {
    expect(await readCodes(sheet(1240, 1754))).toEqual({ codes: [], turn: 0 })
  })

  it('reads ours beside a foreign one', async () => {
    const page = paper()
    lay(page, foreignCode(160), 60, 60)
    expect((await readCodes(page)).codes).toEqual([READ])
  })

  it('reads out of focus, in the dark, with a shadow over it', async () => {
    const page = paper()
    blur(page, 1)
    lightUp(page, { bright: 0.6, dark: 0.15, from: 2.5, vignette: 0.5, shadow: 0.9 })
    expect((await readCodes(page)).codes).toEqual([READ])
  })

  it('does not make a code of half a code', async () => {
    const page = paper()
    lay(page, sheet(90, 190), page.width - 190, page.height - 190)
    expect((await readCodes(page)).codes).toEqual([])
  })

  it('reads what the forms print: medium correction', () => {
    expect(encodeQR(OURS, 'raw', { ecc: 'medium', border: 1 }).length).toBeLessThanOrEqual(31)
  })
})

describe('the turn of a page', () => {
  it.each([
    [0, 0],
    [4, 0],
    [-5, 0],
    [90, 270],
    [86, 270],
    [180, 180],
    [-178, 180],
    [-90, 90],
    [270, 90],
  ])('of a code that points %i degrees clockwise is %i', (angle, turn) => {
    expect(turnFor(angle)).toBe(turn)
  })
})
