import type { PagePart } from './assemble'

/** To the worker that puts sheets together: the files first, then the pages of one sheet after another. */
export type ToAssembler = { sources: readonly Blob[] } | { sheet: readonly PagePart[] }

/** From it, one a sheet; null where its file is damaged. */
export interface FromAssembler {
  bytes: Uint8Array<ArrayBuffer> | null
}
