import { expect, it } from 'vitest'
import { type Fragment, type Place, TextLines } from './textLines'

const place: Place = { font: 'F1', size: 10, spacing: 0, x: 100, y: 50 }

/** A fragment of one stretch: as wide as its glyphs, 1000 each, less the step after it. */
function glyphs(hex: string, step = 0): Fragment {
  const count = hex.length / 4
  return { stretches: [{ hex, step }], width: count * 1000 - step, glyphs: count }
}

function written(...parts: [Partial<Place>, Fragment][]): string[] {
  const lines = new TextLines()
  for (const [part, fragment] of parts) lines.add({ ...place, ...part }, fragment)
  return lines.take()
}

it('goes on where the fragment before ends', () => {
  expect(written([{}, glyphs('0001')], [{ x: 110.0004 }, glyphs('00020003')])).toEqual([
    'BT',
    '1 0 0 1 100 50 Tm',
    '/F1 10 Tf',
    '[<000100020003>] TJ',
    'ET',
  ])
})

it('keeps the steps between glyphs, and counts them', () => {
  expect(written([{}, glyphs('0001', 50)], [{ x: 109.5 }, glyphs('0002', -20)])).toEqual([
    'BT',
    '1 0 0 1 100 50 Tm',
    '/F1 10 Tf',
    '[<0001> 50 <0002> -20] TJ',
    'ET',
  ])
})

it('moves where there is a gap, another line, or a step back', () => {
  expect(
    written([{}, glyphs('0001')], [{ x: 110.5 }, glyphs('0002')], [{ x: 100, y: 38 }, glyphs('0003')]),
  ).toEqual([
    'BT',
    '1 0 0 1 100 50 Tm',
    '/F1 10 Tf',
    '[<0001>] TJ',
    '1 0 0 1 110.5 50 Tm',
    '[<0002>] TJ',
    '1 0 0 1 100 38 Tm',
    '[<0003>] TJ',
    'ET',
  ])
})

it('changes font, size and spacing where they change, and takes the spacing back', () => {
  const wide = { x: 110, spacing: 4 }
  // Spaced glyphs end 4 points further right than the next word begins, as pdfmake places it.
  expect(
    written([{}, glyphs('0001')], [wide, glyphs('0002')], [{ x: 120, font: 'F2', size: 9 }, glyphs('0003')]),
  ).toEqual([
    'BT',
    '1 0 0 1 100 50 Tm',
    '/F1 10 Tf',
    '[<0001>] TJ',
    '1 0 0 1 110 50 Tm',
    '4 Tc',
    '[<0002>] TJ',
    '1 0 0 1 120 50 Tm',
    '/F2 9 Tf',
    '0 Tc',
    '[<0003>] TJ',
    'ET',
  ])
})
