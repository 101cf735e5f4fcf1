import type { Printer } from './types'

/** Words of CUPS' printer-state-reasons, the worst first, and what to call them. */
const ALERTS: [RegExp, string][] = [
  [/\boffline\b|not-responding|connecting-to-device|timed-out|shutdown/, 'printing.offline'],
  [/media-(empty|needed)|input-tray-missing/, 'printing.paperOut'],
  [/media-jam/, 'printing.paperJam'],
  [/door-open|cover-open|interlock-open/, 'printing.coverOpen'],
  [/(toner|marker-supply|ink)-empty|marker-waste-full/, 'printing.inkOut'],
  [/\bpaused\b/, 'printing.stopped'],
]

interface Draft extends Printer {
  detail: string[]
}

function problemOf(detail: string): string | null {
  // A report or a warning (toner low) does not keep a sheet from coming out.
  const alerts = detail.replaceAll(/[\w-]+-(report|warning)\b/g, (word) =>
    word.startsWith('offline') ? word : '',
  )
  return ALERTS.find(([words]) => words.test(alerts.toLowerCase()))?.[1] ?? null
}

/**
 * Reads `lpstat -l -p -a -d` in its English form: the queues, the default, and why one will not print.
 * Unknown lines are passed over, as the wording differs between versions and drivers.
 */
export function parseLpstat(text: string): Printer[] {
  const found = new Map<string, Draft>()
  const refusing = new Set<string>()
  let current: Draft | null = null
  let standard = ''
  for (const line of text.split(/\r?\n/)) {
    const printer = /^printer (\S+) (.*)$/.exec(line)
    const acceptance = /^(\S+) (not )?accepting requests\b/.exec(line)
    const chosen = /^system default destination: (\S+)/.exec(line)
    if (printer) {
      const [, name = '', state = ''] = printer
      const stopped = /^(disabled|not accepting)|\bdisabled since\b/.test(state)
      current = { name, isDefault: false, problem: stopped ? 'printing.stopped' : null, detail: [] }
      found.set(name, current)
    } else if (/^\s+\S/.test(line)) current?.detail.push(line.trim())
    else {
      current = null
      if (acceptance?.[2]) refusing.add(acceptance[1] ?? '')
      if (chosen) standard = (chosen[1] ?? '').split('/')[0] ?? ''
    }
  }
  return [...found.values()].map(({ name, problem, detail }) => ({
    name,
    isDefault: name === standard,
    problem: refusing.has(name) ? 'printing.notAccepting' : (problemOf(reasons(detail)) ?? problem),
  }))
}

/** The lines that tell a state: the free message right under the printer, and its alerts. */
function reasons(detail: readonly string[]): string {
  const firstField = detail.findIndex((line) => /^[A-Z][\w ]+:/.test(line))
  const message = firstField === -1 ? detail : detail.slice(0, firstField)
  return [...message, ...detail.filter((line) => line.startsWith('Alerts:'))].join(' ')
}
