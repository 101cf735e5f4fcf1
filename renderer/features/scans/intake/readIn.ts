import {
  ATTACHMENT_BYTES_CEILING,
  type StoredFile,
  tooBig,
} from '../../../../shared/domain/register/attachment'
import { fileTypeOf, SIGNATURE_BYTES } from '../../../../shared/domain/register/fileType'
import { bareNumber, type ReceivedSheet, type Scan, type ScanSource } from '../../../../shared/domain/scan'
import { accept, type Refusal, type Result, refuse } from '../../../../shared/util/result'
import { keepBytes } from '../../../register/attachments/files'
import { type PageReading, type ReadPages, ScanError } from '../../../scans'
import type { PagePart } from './assemble'
import { startAssembler } from './assembler'
import { type PageRead, type SheetPages, sheetsAmong, wholeFile } from './group'
import { thumbnail } from './thumbnail'

/** What reading needs of the desk. */
export interface ReadInPorts {
  readPages: ReadPages
  /** What came in before with these bytes. */
  known: (sha256: string) => Promise<Scan[]>
  /** Into the tray; answers the ids. */
  receive: (sheets: ReceivedSheet[]) => Promise<Result<string[]>>
  /** Bytes that one attachment may have. */
  maxBytes: number
}

export interface ReadInOptions {
  source: ScanSource
  signal: AbortSignal
  /** Pages read so far, in which file. */
  onPage: (done: number, name: string) => void
}

/** What became of a pile of files. */
export interface ReadInOutcome {
  /** Sheets that lie in the tray now, each with a small picture of its first page where there is one. */
  received: { id: string; thumb: string | null }[]
  /** Files that came in before, and what became of them then. */
  again: { name: string; scan: Scan }[]
  refused: { name: string; refusal: Refusal }[]
  /** Names of the files of which something is not in the tray. */
  unkept: string[]
}

/** A file of the pile after reading. */
interface FileRead {
  file: File
  sha256: string
  kind: 'image' | 'pdf'
  pages: number
}

/** What is gathered page by page; pictures stay with the browser, which keeps them on disk. */
interface Pile {
  files: FileRead[]
  pages: PageRead[]
  /** By `file/page`: the first page of a sheet gives its small picture, and pages of pictures their content. */
  images: Map<string, Blob>
}

/**
 * Reads a pile of files page by page, sorts the pages into sheets, keeps each sheet's bytes in the ledger's folder and
 * puts it into the tray. Nothing is in the tray before everything was read, so that an abort leaves nothing behind.
 */
export async function readIn(
  files: readonly File[],
  ports: ReadInPorts,
  options: ReadInOptions,
): Promise<ReadInOutcome> {
  const outcome: ReadInOutcome = { received: [], again: [], refused: [], unkept: [] }
  const pile: Pile = { files: [], pages: [], images: new Map() }
  for (const file of files) {
    const looked = await lookAt(file, pile, ports, outcome)
    if (looked) await readPagesOf(looked, pile, ports, options)
  }
  const kept = await keepSheets(pile, ports, options, outcome)
  await receiveAll(kept, ports, outcome)
  return outcome
}

/** A sheet whose bytes lie in the ledger's folder, with its small picture. */
interface Kept {
  sheet: ReceivedSheet
  thumb: string | null
}

async function keepSheets(
  pile: Pile,
  { maxBytes }: ReadInPorts,
  { signal, source }: ReadInOptions,
  outcome: ReadInOutcome,
): Promise<Kept[]> {
  const kept: Kept[] = []
  const assembler = startAssembler(pile.files.map(({ file }) => file))
  try {
    for (const sheet of sheetsAmong(pile.pages)) {
      signal.throwIfAborted()
      const whole = wholeFile(sheet, pile.files)
      const name = nameOf(sheet, pile, whole)
      const bytes =
        whole === null ? await assembler.sheet(partsOf(sheet, pile)) : await bytesOf(pile.files[whole]?.file)
      const stored = bytes ? await store(name, bytes, maxBytes) : refuse('attachment.fileGone')
      if (stored.ok) kept.push(await receivedOf(sheet, stored.value, pile, source))
      else {
        outcome.refused.push({ name, refusal: stored.refusal })
        outcome.unkept.push(...filesOf(sheet, pile).map(({ file }) => file.name))
      }
    }
  } finally {
    assembler.end()
  }
  return kept
}

/** A file that is worth reading: a picture or PDF that did not come before. */
async function lookAt(
  file: File,
  pile: Pile,
  { known }: ReadInPorts,
  outcome: ReadInOutcome,
): Promise<FileRead | null> {
  const type = await typeOf(file)
  if (!type.ok) {
    outcome.refused.push({ name: file.name, refusal: type.refusal })
    outcome.unkept.push(file.name)
    return null
  }
  const sha256 = await digestOf(file)
  // The same file twice in one pile is one.
  if (pile.files.some((one) => one.sha256 === sha256)) return null
  const [before] = await known(sha256)
  if (before) {
    outcome.again.push({ name: file.name, scan: before })
    return null
  }
  const read: FileRead = { file, sha256, kind: type.value, pages: 0 }
  pile.files.push(read)
  return read
}

async function typeOf(file: File): Promise<Result<'image' | 'pdf'>> {
  if (file.size > ATTACHMENT_BYTES_CEILING) return tooBig(ATTACHMENT_BYTES_CEILING)
  const head = await bytesOf(file.slice(0, SIGNATURE_BYTES))
  if (!head) return refuse('attachment.fileGone')
  const type = fileTypeOf(head)
  if (!type.ok) return type
  return type.value.kind === 'audio' ? refuse('scan.notAPage') : accept(type.value.kind)
}

async function readPagesOf(
  read: FileRead,
  pile: Pile,
  { readPages }: ReadInPorts,
  { signal, onPage }: ReadInOptions,
): Promise<void> {
  const at = pile.files.indexOf(read)
  const first = pile.pages.length
  try {
    for await (const page of readPages(read.file, { signal })) {
      read.pages = page.pages
      keepPage(page, at, pile)
      onPage(pile.pages.length, read.file.name)
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ScanError)) throw error
    // What was read of it is as doubtful as the rest: the whole file waits for somebody to look at it.
    pile.pages.splice(first)
    read.pages = 1
    pile.pages.push({ file: at, page: 1, codes: [], turn: 0 })
  }
}

function keepPage(page: PageReading, file: number, pile: Pile): void {
  pile.pages.push({ file, page: page.page, codes: page.codes, turn: page.rotated })
  pile.images.set(`${file}/${page.page}`, page.image)
}

/** The files that a sheet's pages stood in. */
function filesOf({ pages }: SheetPages, { files }: Pile): FileRead[] {
  return [...new Set(pages.map((page) => page.file))].flatMap((at) => files[at] ?? [])
}

function partsOf({ pages }: SheetPages, { files, images }: Pile): PagePart[] {
  return pages.map(({ file, page, turn }) => {
    const picture = images.get(`${file}/${page}`)
    return files[file]?.kind === 'image' && picture
      ? { kind: 'picture', jpeg: picture }
      : { kind: 'pdf', source: file, page, turn }
  })
}

/** `TS-2026-0001-2.pdf` for print 2; a page that was not read is called after its file. */
function nameOf({ codes, pages }: SheetPages, { files }: Pile, whole: number | null): string {
  const [first] = pages
  const file = files[first?.file ?? 0]
  if (whole !== null) return file?.file.name ?? ''
  const [code] = codes
  if (code && codes.length === 1) return `${bareNumber(code.number)}-${code.version}.pdf`
  const stem = (file?.file.name ?? '').replace(/\.[^.]*$/, '')
  return `${stem}-${first?.page ?? 1}.pdf`
}

async function receivedOf(
  { codes, pages }: SheetPages,
  file: StoredFile,
  { files, images }: Pile,
  source: ScanSource,
): Promise<Kept> {
  const origins = [...new Set(pages.map((page) => page.file))].flatMap((at) => {
    const from = files[at]
    if (!from) return []
    const own = pages.filter((page) => page.file === at).map(({ page }) => page)
    return [{ sha256: from.sha256, name: from.file.name, pages: own, of: from.pages }]
  })
  const [first] = pages
  const image = first && images.get(`${first.file}/${first.page}`)
  const thumb = image ? await thumbnail(image) : null
  return { sheet: { file, pages: pages.length, origins, source, codes }, thumb }
}

async function receiveAll(
  kept: readonly Kept[],
  { receive }: ReadInPorts,
  outcome: ReadInOutcome,
): Promise<void> {
  if (kept.length === 0) return
  const received = await receive(kept.map(({ sheet }) => sheet))
  if (!received.ok) {
    outcome.refused.push({ name: '', refusal: received.refusal })
    outcome.unkept.push(...kept.flatMap(({ sheet }) => sheet.origins.map(({ name }) => name)))
    return
  }
  outcome.received = received.value.map((id, at) => ({ id, thumb: kept[at]?.thumb ?? null }))
}

async function store(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Result<StoredFile>> {
  return keepBytes(new Blob([bytes]), name, maxBytes)
}

async function bytesOf(file: Blob | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  const buffer = await file?.arrayBuffer().catch(() => null)
  return buffer ? new Uint8Array(buffer) : null
}

async function digestOf(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
