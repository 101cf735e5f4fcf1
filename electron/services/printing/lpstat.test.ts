import { expect, it } from 'vitest'
import { parseLpstat } from './lpstat'

const queue = (state: string, detail: string[], alerts = 'none'): string =>
  [
    `printer ${state}`,
    ...detail.map((line) => `\t${line}`),
    '\tForm mounted:',
    `\tDescription: door-open offline`,
    `\tAlerts: ${alerts}`,
    '\tUsers allowed:',
    '\t\t(all)',
  ].join('\n')
const idle = 'is idle.  enabled since Sat Nov 21 20:54:57 2026'

it('reads queues, the default and a queue that is paused', () => {
  const text = [
    queue(`HP-1020_前台 ${idle}`, []),
    queue('Broken disabled since Sat Nov 21 20:54:57 2026 -', ['Paused'], 'paused'),
    'HP-1020_前台 accepting requests since Sat Nov 21 20:54:57 2026',
    'Broken accepting requests since Sat Nov 21 20:54:57 2026',
    'system default destination: HP-1020_前台',
  ].join('\n')
  expect(parseLpstat(text)).toEqual([
    { name: 'HP-1020_前台', isDefault: true, problem: null },
    { name: 'Broken', isDefault: false, problem: 'printing.stopped' },
  ])
})

it.each([
  ['media-empty-error', [], 'printing.paperOut'],
  ['offline-report', [], 'printing.offline'],
  ['connecting-to-device', [], 'printing.offline'],
  ['media-jam-error,media-empty-error', [], 'printing.paperOut'],
  ['door-open', [], 'printing.coverOpen'],
  ['toner-low-warning', [], null],
  ['toner-empty-error', [], 'printing.inkOut'],
  ['cups-waiting-for-job-completed', [], null],
  ['none', ['The printer is not-responding.'], 'printing.offline'],
])('names the problem behind %s', (alerts, detail, problem) => {
  const text = queue('P now printing P-12.  enabled since Sat Nov 21 20:54:57 2026', detail, alerts)
  expect(parseLpstat(text)).toEqual([{ name: 'P', isDefault: false, problem }])
})

it('sees that a queue takes no jobs, and a default with an instance', () => {
  const text = [
    queue(`P ${idle}`, ['Rejecting Jobs']),
    'P not accepting requests since Sat Nov 21 20:54:57 2026 -',
    '\tRejecting Jobs',
    'system default destination: P/draft',
  ].join('\r\n')
  expect(parseLpstat(text)).toEqual([{ name: 'P', isDefault: true, problem: 'printing.notAccepting' }])
})

it('finds nothing in nothing or in noise', () => {
  expect(parseLpstat('')).toEqual([])
  expect(parseLpstat('no system default destination\n\tstray\nlpstat: hm\n')).toEqual([])
})
