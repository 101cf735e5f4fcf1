import { coverage } from '../../../renderer/printing/fonts/coverage'
import { BOLD_FILE, MAIN_FILE } from '../../../renderer/printing/fonts/fontFiles'
import { fontUrls } from '../../../renderer/printing/fonts/fontUrls'
import { createPrintClient, type PrintClient } from '../../../renderer/printing/printClient'
import { openPort } from '../../../renderer/printing/worker/openPort'
import type { PrintPort } from '../../../renderer/printing/worker/protocol'
import { complaintVisitForm } from '../../../shared/documents/complaintVisit/form'
import type { ComplaintVisitInput } from '../../../shared/documents/complaintVisit/input'
import type { PrintDefinition } from '../../../shared/documents/definition'
import { typicalSample } from '../../../shared/documents/samples/complaints'
import { longestSample } from '../../../shared/documents/samples/longestComplaint'
import { Chance } from './chance'
import { htmlOf } from './html'
import { madeUpName, madeUpPhone, madeUpText } from './madeUp'
import { monthForm } from './monthForm'
import { timed } from './timing'

/** One printed form. `longTask` is the longest time for which the window could not answer, ms. */
interface Printed {
  ms: number
  bytes: number
  pages: number
  longTask: number
}

type Sample = 'typical' | 'longest'

/** A form of which no two are the same: `variant` counts them. */
interface FormOrder {
  sample: Sample | 'month'
  variant: number
}

const samples: Record<Sample, ComplaintVisitInput> = {
  typical: typicalSample(coverage),
  longest: longestSample(coverage),
}

/** As long as `text`, half of it in other words. */
function reworded(text: string, chance: Chance): string {
  const letters = [...text]
  const kept = letters.slice(0, letters.length / 2)
  while (kept.length < letters.length) kept.push(...madeUpText(chance))
  return kept.slice(0, letters.length).join('')
}

function definitionOf({ sample, variant }: FormOrder): PrintDefinition {
  return sample === 'month' ? monthForm(coverage, variant) : complaintForm(sample, variant)
}

function complaintForm(sample: Sample, variant: number): PrintDefinition {
  const { sheet, complaint, ...rest } = samples[sample]
  const { intake, handling } = complaint
  if (!intake || !handling) throw new Error('the samples are complete')
  const chance = new Chance(variant)
  const complainant = { ...intake.complainant, name: madeUpName(chance), phone: madeUpPhone(chance) }
  return complaintVisitForm({
    ...rest,
    sheet: { ...sheet, number: `客服-TS-2026-${String(variant).padStart(4, '0')}` },
    complaint: {
      ...complaint,
      intake: { ...intake, complainant, content: reworded(intake.content, chance) },
      handling: {
        ...handling,
        investigation: reworded(handling.investigation, chance),
        measures: reworded(handling.measures, chance),
      },
    },
  })
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

async function print(order: FormOrder): Promise<Printed> {
  longTask = 0
  const definition = definitionOf(order)
  const { ms, value } = await timed(() => client.renderForm(definition))
  // Long tasks are reported a moment after they end.
  await new Promise((resolve) => setTimeout(resolve, 60))
  const text = new TextDecoder('latin1').decode(value)
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  return { ms, bytes: value.length, pages, longTask }
}

/** What the bench may ask of the print engine and of its rival's page. */
export const printOperations = {
  /** With the worker as it stands. */
  printWarm: (order: FormOrder): Promise<Printed> => print(order),
  /** With a new worker, which has to load and parse the fonts first. */
  printCold: (order: FormOrder): Promise<Printed> => {
    client = newClient()
    return print(order)
  },
  /** Many forms in one go, ms for all. */
  printBatch: async (count: number): Promise<number> => {
    const forms = Array.from({ length: count }, (_, at) => {
      const definition = definitionOf({ sample: 'typical', variant: 5000 + at })
      return () => definition
    })
    return (await timed(() => client.renderBatch(forms, '《投诉来访记录》'))).ms
  },
  /** The same form as a page for Chromium. */
  formHtml: async (order: FormOrder): Promise<string> =>
    htmlOf(definitionOf(order), fontUrls.get(MAIN_FILE) ?? '', fontUrls.get(BOLD_FILE) ?? ''),
}
