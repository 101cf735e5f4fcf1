import { coverage } from '../../../renderer/printing/fonts/coverage'
import { BOLD_FILE, MAIN_FILE } from '../../../renderer/printing/fonts/fontFiles'
import { fontUrls } from '../../../renderer/printing/fonts/fontUrls'
import { createPrintClient, type PrintClient } from '../../../renderer/printing/printClient'
import { openPort } from '../../../renderer/printing/worker/openPort'
import type { PrintPort } from '../../../renderer/printing/worker/protocol'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { complaintVisitForm } from '../../../shared/documents/complaintVisit/form'
import { typicalSample } from '../../../shared/documents/samples/complaints'
import { longestSample } from '../../../shared/documents/samples/longestComplaint'
import { htmlOf } from './html'
import { timed } from './timing'

/** One printed form. `longTask` is the longest time for which the window could not answer, ms. */
interface Printed {
  ms: number
  bytes: number
  pages: number
  longTask: number
}

type Sample = 'typical' | 'longest'

const definitions: Record<Sample, PrintDefinition> = {
  typical: complaintVisitForm(typicalSample(coverage)),
  longest: complaintVisitForm(longestSample(coverage)),
}

let port: PrintPort | null = null

function newClient(): PrintClient {
  port?.close()
  return createPrintClient(() => {
    port = openPort()
    return port
  })
}

let client = newClient()
let longTask = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTask = Math.max(longTask, duration)
}).observe({ type: 'longtask' })

async function print(sample: Sample): Promise<Printed> {
  longTask = 0
  const { ms, value } = await timed(() => client.renderForm(definitions[sample]))
  // Long tasks are reported a moment after they end.
  await new Promise((resolve) => setTimeout(resolve, 60))
  const text = new TextDecoder('latin1').decode(value)
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  return { ms, bytes: value.length, pages, longTask }
}

/** What the bench may ask of the print engine and of its rival's page. */
export const printOperations = {
  /** With the worker as it stands. */
  printWarm: (sample: Sample): Promise<Printed> => print(sample),
  /** With a new worker, which has to load and parse the fonts first. */
  printCold: (sample: Sample): Promise<Printed> => {
    client = newClient()
    return print(sample)
  },
  /** Many forms in one go, ms for all. */
  printBatch: async (count: number): Promise<number> =>
    (await timed(() => client.renderBatch(Array<PrintDefinition>(count).fill(definitions.typical)))).ms,
  /** The same form as a page for Chromium. */
  formHtml: async (sample: Sample): Promise<string> =>
    htmlOf(definitions[sample], fontUrls.get(MAIN_FILE) ?? '', fontUrls.get(BOLD_FILE) ?? ''),
}
