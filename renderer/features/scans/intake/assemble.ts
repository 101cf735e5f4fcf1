import { degrees, PDFDocument, type PDFPage } from '@cantoo/pdf-lib'

/** A page of the file to be made: of a PDF, or a picture that stands upright. */
export type PagePart =
  | { kind: 'pdf'; source: number; page: number; turn: number }
  | { kind: 'picture'; jpeg: Blob }

/** The longer side of A4 in PDF points: pictures become pages of about this size. */
const A4_LONG = 842

/**
 * Puts pages together into PDF files without loss: pages of a PDF are copied as they are and only marked as turned,
 * pictures are embedded as they are. `sources` are opened once each, when first needed. Throws where a PDF is damaged.
 */
export function makeAssembler(sources: readonly Blob[]): (parts: readonly PagePart[]) => Promise<Uint8Array> {
  const opened = new Map<number, Promise<PDFDocument>>()
  const open = (source: number): Promise<PDFDocument> => {
    const known = opened.get(source) ?? load(sources[source])
    opened.set(source, known)
    return known
  }
  return async (parts) => {
    // Without a time of its own: the same pages give the same bytes, and are known again.
    const target = await PDFDocument.create({ updateMetadata: false })
    for (const part of parts) {
      if (part.kind === 'pdf') await addPage(target, await open(part.source), part)
      else await addPicture(target, part.jpeg)
    }
    return target.save()
  }
}

async function load(source: Blob | undefined): Promise<PDFDocument> {
  const bytes = new Uint8Array((await source?.arrayBuffer()) ?? new ArrayBuffer(0))
  return PDFDocument.load(bytes, { updateMetadata: false })
}

async function addPage(
  target: PDFDocument,
  source: PDFDocument,
  { page, turn }: { page: number; turn: number },
): Promise<void> {
  const [copy] = await target.copyPages(source, [page - 1])
  if (!copy) return
  turnPage(copy, turn)
  target.addPage(copy)
}

function turnPage(page: PDFPage, turn: number): void {
  if (turn !== 0) page.setRotation(degrees((page.getRotation().angle + turn) % 360))
}

async function addPicture(target: PDFDocument, jpeg: Blob): Promise<void> {
  const picture = await target.embedJpg(await jpeg.arrayBuffer())
  const scale = A4_LONG / Math.max(picture.width, picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  target.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height })
}
