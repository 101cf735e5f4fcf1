import { accept, type Result, refuse } from '../../../shared/util/result'
import { parseLpstat } from './lpstat'
import type { Runner, RunOutcome } from './runner'
import type { Printer, Printing, PrintJob } from './types'

const NO_SCHEDULER =
  /scheduler is not running|scheduler not responding|unable to (connect|contact)|bad file descriptor|connection refused/i
const NO_QUEUES = /no destinations added/i
const NOT_FOUND = /does not exist|unknown destination|no such (file|printer)|not found|invalid destination/i
const NOT_ACCEPTING = /not accepting/i

/** The last line of what a program complained, short and without its name; it goes into a sentence on screen. */
function plainCause({ stderr, code }: RunOutcome): string {
  const line = stderr.trim().split('\n').at(-1) ?? ''
  const words = line.replace(/^\w+:\s*(error\s*[-:]\s*)?/i, '').replaceAll(/\p{Cc}/gu, ' ')
  return words.slice(0, 120) || (code === null ? 'timeout' : `exit ${code}`)
}

function explain(outcome: RunOutcome, printer: string): Result<never> {
  if (outcome.missing) return refuse('printing.noPrinter', undefined, { cause: 'no-lp' })
  if (NO_SCHEDULER.test(outcome.stderr))
    return refuse('printing.noPrinter', undefined, { cause: 'no-scheduler' })
  if (NOT_FOUND.test(outcome.stderr)) return refuse('printing.notFound', undefined, { printer })
  if (NOT_ACCEPTING.test(outcome.stderr)) return refuse('printing.notAccepting', undefined, { printer })
  return refuse('printing.failed', undefined, { printer, cause: plainCause(outcome) })
}

/** The media name without its orientation: the PDF's own page box turns the sheet (quality 7). */
function mediaOf(paper: PrintJob['paper']): string {
  if (paper === 'label') return 'Custom.60x40mm'
  return paper.startsWith('A5') ? 'A5' : 'A4'
}

function lpArguments({ printer, copies, paper, tray, title }: PrintJob): string[] {
  const slot = tray === null ? [] : ['-o', `InputSlot=${tray}`]
  const plainTitle = title.replaceAll(/\p{Cc}/gu, ' ').trim()
  const named = plainTitle === '' ? [] : ['-t', plainTitle]
  return ['-d', printer, '-n', String(copies), '-o', `media=${mediaOf(paper)}`, ...slot, ...named]
}

/** Printing through CUPS' own programs (Linux, macOS): `lp` takes the PDF on its input, byte for byte. */
export function cupsPrinting(run: Runner): Printing {
  const list = async (): Promise<Result<{ printers: Printer[] }>> => {
    const outcome = await run('lpstat', ['-l', '-p', '-a', '-d'])
    const printers = parseLpstat(outcome.stdout)
    if (outcome.code === 0 || printers.length > 0 || NO_QUEUES.test(outcome.stderr))
      return accept({ printers })
    return explain(outcome, '')
  }
  return {
    list,
    async print(job) {
      const known = await list()
      if (!known.ok) return known
      const printer = known.value.printers.find(({ name }) => name === job.printer)
      if (!printer) return refuse('printing.notFound', undefined, { printer: job.printer })
      if (printer.problem === 'printing.notAccepting')
        return refuse('printing.notAccepting', undefined, { printer: job.printer })
      if (job.tray !== null && !/^[\w.-]+$/.test(job.tray))
        return refuse('printing.badTray', undefined, { tray: job.tray })
      const outcome = await run('lp', lpArguments(job), job.pdf)
      if (outcome.code !== 0) return explain(outcome, job.printer)
      const id = /request id is (\S+)/.exec(outcome.stdout)?.[1]
      return accept({ job: id ?? job.printer })
    },
  }
}
