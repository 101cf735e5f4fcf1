import { ATTACHMENT_KINDS } from '../register/attachment'
import { SCAN_SOURCES, SCAN_STATES } from '../scan/types'
import type { ErasingRule } from './erase'
import { REFUSAL_GROUNDS, REQUEST_KINDS } from './types'

/** The row of a file says that there was one; main deletes the file itself. */
export const attachmentErasing: ErasingRule = { choices: { kind: ATTACHMENT_KINDS } }

/** Paper that came back. */
export const scanErasing: ErasingRule = {
  choices: { state: SCAN_STATES, source: SCAN_SOURCES, 'file.kind': ATTACHMENT_KINDS },
  sets: { codes: [] },
}

/** What a person asked for. */
export const requestErasing: ErasingRule = {
  choices: { kind: REQUEST_KINDS, 'answer.ground': REFUSAL_GROUNDS },
}
