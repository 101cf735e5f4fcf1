/** How much one request carries. */
export interface BatchLimits {
  rows: number
  /** Of the documents in JSON, UTF-8. */
  bytes: number
}

/** Measured (quality 5): large enough for the best pace, far below what proxies let pass. */
export const BATCH_LIMITS: BatchLimits = { rows: 500, bytes: 4_000_000 }

/** Length of a value's JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return utf8Length(JSON.stringify(value))
}

/** Counted, not encoded: a batch is measured document by document. */
function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    // A pair of surrogates is four bytes, two for each of its halves.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2
  }
  return bytes
}

/** Documents cut into batches in their order; one that is too large by itself is a batch of its own. */
export function batchesOf<T>(documents: readonly T[], limits: BatchLimits = BATCH_LIMITS): T[][] {
  const batches: T[][] = []
  let batch: T[] = []
  let bytes = 0
  for (const document of documents) {
    // With the comma that parts it from the next.
    const size = jsonBytes(document) + 1
    if (batch.length > 0 && (batch.length >= limits.rows || bytes + size > limits.bytes)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(document)
    bytes += size
  }
  return batch.length > 0 ? [...batches, batch] : batches
}

/** What to send instead of a batch that was too large (413); null where it holds one document, which the server never takes. */
export function halved<T>(batch: readonly T[]): [T[], T[]] | null {
  if (batch.length < 2) return null
  const middle = Math.ceil(batch.length / 2)
  return [batch.slice(0, middle), batch.slice(middle)]
}

/** Limits after a 413: what was too large once is not tried again at once. Never below one document. */
export function narrower(limits: BatchLimits, refused: readonly unknown[]): BatchLimits {
  const bytes = refused.reduce<number>((sum, document) => sum + jsonBytes(document) + 1, 0)
  return {
    rows: Math.max(1, Math.min(limits.rows, Math.floor(refused.length / 2))),
    bytes: Math.max(1, Math.min(limits.bytes, Math.floor(bytes / 2))),
  }
}
