import { PORTION_BYTES, type StoredFile } from '../../../shared/domain/register/attachment'
import { type Refusal, type Result, refuse } from '../../../shared/util/result'
import { desk } from '../../platform/desk'

/** What became of files that were to be kept: those that lie safely on disk, and those that were refused. */
export interface StoreOutcome {
  stored: StoredFile[]
  refused: { name: string; refusal: Refusal }[]
}

/** Where the page reads a stored file. */
export function attachmentUrl(sha256: string): string {
  return `/attachments/${sha256}`
}

/** Where the page reads the small picture of a stored one; `round` asks anew where none was drawn before. */
export function smallPictureUrl(sha256: string, round: number): string {
  return `/attachments/${sha256}/small?${round}`
}

/** The bytes of a stored file, for the preview of a PDF or reading a code on a scan; null where they are gone. */
export async function readAttachment(sha256: string): Promise<Uint8Array | null> {
  const answer = await fetch(attachmentUrl(sha256)).catch(() => null)
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null
}

/**
 * Kept files that are not there yet, each once, and the name under which the first of the others is known. One that a
 * record has must not keep the others of the same choice out.
 */
export function freshOf(
  stored: readonly StoredFile[],
  before: readonly Pick<StoredFile, 'sha256' | 'name'>[],
): { fresh: StoredFile[]; again: { name: string } | undefined } {
  const known = new Map(before.map(({ sha256, name }) => [sha256, name]))
  const fresh: StoredFile[] = []
  let again: { name: string } | undefined
  for (const file of stored) {
    const name = known.get(file.sha256)
    if (name !== undefined) again ??= { name }
    else fresh.push(file)
    known.set(file.sha256, name ?? file.name)
  }
  return { fresh, again }
}

/** Shows the system's file chooser and keeps what is chosen. */
export async function chooseFiles(maxBytes: number, several: boolean): Promise<StoreOutcome> {
  const answer = await desk.invoke('attachments.choose', { maxBytes, several, handOverPictures: false })
  return answer.ok ? answer.value : { stored: [], refused: [{ name: '', refusal: answer.refusal }] }
}

/** Keeps bytes that were dropped, pasted or recorded. */
export async function keepFiles(files: readonly File[], maxBytes: number): Promise<StoreOutcome> {
  const outcome: StoreOutcome = { stored: [], refused: [] }
  for (const file of files) {
    const answer = await keepFile(file, maxBytes)
    if (answer.ok) outcome.stored.push(answer.value)
    else outcome.refused.push({ name: file.name, refusal: answer.refusal })
  }
  return outcome
}

/** From where it lies, if it lies anywhere. */
async function keepFile(file: File, maxBytes: number): Promise<Result<StoredFile>> {
  return (await desk.storeDropped(file, maxBytes)) ?? keepBytes(file, file.name, maxBytes)
}

/** Keeps what the page holds, in portions: neither a message nor the memory ever carries the whole. */
export async function keepBytes(blob: Blob, name: string, maxBytes: number): Promise<Result<StoredFile>> {
  const begun = await desk.invoke('attachments.begin', { name, size: blob.size, maxBytes })
  if (!begun.ok) return begun
  const { token } = begun.value
  for (let at = 0; at < blob.size; at += PORTION_BYTES) {
    const bytes = await bytesOf(blob.slice(at, at + PORTION_BYTES))
    const taken = bytes
      ? await desk.invoke('attachments.append', { token, bytes })
      : refuse('attachment.interrupted')
    if (taken.ok) continue
    void desk.invoke('attachments.giveUp', { token })
    return taken
  }
  return desk.invoke('attachments.finish', { token })
}

/** Null where they cannot be read: a file may change or go while it is on its way. */
async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const buffer = await blob.arrayBuffer().catch(() => null)
  return buffer && new Uint8Array(buffer)
}
