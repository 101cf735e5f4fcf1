import { createPrintClient } from './printClient'
import { openPort } from './worker/openPort'

/** The one warm print worker of this window; it starts when it is first asked. */
export const { renderForm, renderBatch, warmUp } = createPrintClient(openPort)
