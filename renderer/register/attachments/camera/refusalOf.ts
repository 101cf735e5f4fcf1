import type { Refusal } from '../../../../shared/util/result'

const KEYS: Readonly<Record<string, string>> = {
  NotAllowedError: 'attachment.cameraRefused',
  SecurityError: 'attachment.cameraRefused',
  NotReadableError: 'attachment.cameraInUse',
  AbortError: 'attachment.cameraInUse',
  NotFoundError: 'attachment.noCamera',
  OverconstrainedError: 'attachment.noCamera',
}

/** Why a camera did not open, by the name that the browser gives its error. */
export function refusalOf(error: unknown): Refusal {
  const name = error instanceof DOMException || error instanceof Error ? error.name : ''
  return { key: KEYS[name] ?? 'attachment.cameraFailed' }
}
