import { expect, it, vi } from 'vitest'
import { type PdfDocument, shareFonts } from './sharedFonts'

it('never spells out a font of ten million bytes to look it up by name', () => {
  const font = vi.fn()
  const prototype = { font, provideFont: vi.fn() } as unknown as PdfDocument
  shareFonts(prototype)
  const document = Object.create(prototype, { _fontFamilies: { value: {} } }) as PdfDocument
  const toString = vi.fn(() => '1,2,3')
  const bytes = Object.assign(Uint8Array.of(1, 2, 3), { toString })
  document.font(bytes, 'F1')
  expect(toString).not.toHaveBeenCalled()
  expect(font).toHaveBeenCalledWith(bytes, 'F1')
})
