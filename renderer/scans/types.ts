import type { ReadSheetCode } from '../../shared/documents/qrPayload'

/** How a page was turned to stand upright, in degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** One page of a scanned or photographed file (domain 10). */
export interface PageReading {
  /** From 1. */
  page: number
  /** How many pages the file has. */
  pages: number
  /** The codes of this office's forms on it, each once: none for a foreign page, several where slips share a sheet. */
  codes: ReadSheetCode[]
  /** The page as a JPEG picture, turned upright as far as its code tells. */
  image: Blob
  /** Of `image`, in pixels. */
  width: number
  height: number
  /** How far the page was turned for `image`; 0 where no code tells. */
  rotated: Turn
  /** What reading took, in milliseconds. */
  ms: number
}

/**
 * Why a file could not be read: no picture or PDF or damaged, locked by a password, a picture with more points than
 * can be unpacked, or the reader itself broke down.
 */
export type ScanFault = 'damaged' | 'locked' | 'tooLarge' | 'broken'

/** What reading a file throws; an aborted reading throws the signal's reason instead. */
export class ScanError extends Error {
  constructor(
    readonly fault: ScanFault,
    cause?: unknown,
  ) {
    super(`scan: ${fault}`, { cause })
    this.name = 'ScanError'
  }
}

export interface ReadPagesOptions {
  /** Ends the reading; nothing more comes and the worker stops at its page. */
  signal?: AbortSignal | undefined
}

/**
 * Reads a jpeg, png, webp or PDF page by page: the next page is begun when the one before was taken, so that the
 * memory stays flat however long the file is. Throws ScanError.
 */
export type ReadPages = (file: Blob, options?: ReadPagesOptions) => AsyncGenerator<PageReading>
