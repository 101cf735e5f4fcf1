import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { makeAssembler } from './assemble'

/** Pages whose widths tell them apart; the second lies on its side. */
async function pile(): Promise<Blob> {
  const made = await PDFDocument.create()
  for (const width of [101, 102, 103]) made.addPage([width, 200])
  made.getPage(1).setRotation(degrees(90))
  return new Blob([new Uint8Array(await made.save())])
}

/** The smallest JPEG: one grey point. */
const POINT = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z',
  ),
  (letter) => letter.charCodeAt(0),
)

const page = (at: number, turn = 0) => ({ kind: 'pdf' as const, source: 0, page: at, turn })

it('copies the pages that were asked for, in that order, and turns them upright', async () => {
  const assemble = makeAssembler([await pile()])
  const made = await PDFDocument.load(await assemble([page(3, 180), page(2, 90), page(1)]))
  expect(made.getPages().map((one) => [one.getWidth(), one.getRotation().angle])).toEqual([
    [103, 180],
    [102, 180],
    [101, 0],
  ])
})

it('gives the same bytes for the same pages, so that they are known again', async () => {
  const source = await pile()
  const once = await makeAssembler([source])([page(1)])
  const again = await makeAssembler([source])([page(1)])
  expect(again).toEqual(once)
})

it('makes a page of a picture', async () => {
  const made = await PDFDocument.load(await makeAssembler([])([{ kind: 'picture', jpeg: new Blob([POINT]) }]))
  expect(made.getPages().map((one) => [one.getWidth(), one.getHeight()])).toEqual([[842, 842]])
})

it('throws at a file that is damaged', async () => {
  const broken = makeAssembler([new Blob(['%PDF-1.4 nothing'])])
  await expect(broken([page(1)])).rejects.toThrow()
})
