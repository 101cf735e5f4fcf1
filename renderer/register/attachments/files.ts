import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { Refusal, Result } from '../../../shared/util/result'
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

async function keepFile(file: File, maxBytes: number): Promise<Result<StoredFile>> {
  // Read no further than main would take: whoever drops a film must not fill the memory.
  const bytes = new Uint8Array(
    await file
      .slice(0, maxBytes + 1)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  )
  return desk.invoke('attachments.store', { name: file.name, bytes, maxBytes })
}
