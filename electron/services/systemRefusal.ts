import { type Refusal, refuse } from '../../shared/util/result'

const KEYS: Record<string, string> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EACCES: 'disk.readOnly',
  EPERM: 'disk.readOnly',
  EROFS: 'disk.readOnly',
}

/** The short code of an error (`ENOSPC`, `TypeError`): all that a log or a refusal may carry of it. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) {
    const code: unknown = Reflect.get(error, 'code')
    const short = typeof code === 'string' ? code : error.name
    return short.replaceAll(/[^\w.:-]/g, '').slice(0, 60) || 'Error'
  }
  return 'unknown'
}

/** Whether the system said no, rather than what was read not being what it should be. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof Reflect.get(error, 'syscall') === 'string'
}

/** Turns a system error into a refusal: `disk.full`, `disk.readOnly` or `system.failed`, each with its `code`. */
export function systemRefusal(error: unknown): { ok: false; refusal: Refusal } {
  const code = errorCode(error)
  return refuse(KEYS[code] ?? 'system.failed', undefined, { code })
}
