import type { Refusal } from '../../../shared/util/result'
import { errorCode } from '../systemRefusal'

const KEYS: Record<string, string> = {
  ENOENT: 'backup.missing',
  ENOTDIR: 'backup.missing',
  ENODEV: 'backup.missing',
  ENXIO: 'backup.missing',
  EIO: 'backup.missing',
  ENOTCONN: 'backup.missing',
  ESTALE: 'backup.missing',
  EHOSTDOWN: 'backup.missing',
  EHOSTUNREACH: 'backup.missing',
  ENETUNREACH: 'backup.missing',
  ENOSPC: 'backup.full',
  EDQUOT: 'backup.full',
  EACCES: 'backup.readOnly',
  EPERM: 'backup.readOnly',
  EROFS: 'backup.readOnly',
  ETIMEDOUT: 'backup.slow',
  EDIGEST: 'backup.notReadBack',
}

/** What a place's error is in words: `backup.missing`, `.full`, `.readOnly`, `.slow`, `.notReadBack` or `.failed`, with its code. */
export function placeTrouble(error: unknown): Refusal {
  const code = errorCode(error)
  return { key: KEYS[code] ?? 'backup.failed', params: { code } }
}

/** An error with a code of the system's, for what the system does not notice by itself. */
export function coded(code: 'ENOENT' | 'ENOSPC' | 'EDIGEST', words: string): Error {
  return Object.assign(new Error(words), { code })
}

/** Somebody gave the backup up: no place is to blame. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

/** Throws `Cancelled` once the signal was given. */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled('cancelled')
}
