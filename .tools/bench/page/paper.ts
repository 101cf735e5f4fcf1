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
import { LongTasks } from './longTasks'
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

/** Long tasks are reported a moment after they end, ms. */
const REPORTED = 60

/** With the longest time for which the window could not answer meanwhile. */
async function watched<T>(work: () => Promise<T>): Promise<{ value: T; longTask: number }> {
  const tasks = new LongTasks()
  const value = await work()
  await new Promise((resolve) => setTimeout(resolve, REPORTED))
  return { value, longTask: tasks.end() }
}

async function print(order: FormOrder): Promise<Printed> {
  // The window makes the definition, too: it may hold it up, but is not what Chromium's print is compared with.
  const { value: made, longTask } = await watched(() => {
    const definition = definitionOf(order)
    return timed(() => client.renderForm(definition))
  })
  const { ms, value } = made
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
  printBatch: async (count: number): Promise<Pick<Printed, 'ms' | 'longTask'>> => {
    const forms = Array.from(
      { length: count },
      (_, at) => () => definitionOf({ sample: 'typical', variant: 5000 + at }),
    )
    const { value, longTask } = await watched(() =>
      timed(() => client.renderBatch(forms, '《投诉来访记录》')),
    )
    return { ms: value.ms, longTask }
  },
  /** The same form as a page for Chromium. */
  formHtml: async (order: FormOrder): Promise<string> =>
    htmlOf(definitionOf(order), fontUrls.get(MAIN_FILE) ?? '', fontUrls.get(BOLD_FILE) ?? ''),
}
