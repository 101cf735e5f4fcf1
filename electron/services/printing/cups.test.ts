import { describe, expect, it } from 'vitest'
import { cupsPrinting } from './cups'
import { makeRunner, type Runner, type RunOutcome } from './runner'
import type { PrintJob } from './types'

const said = (part: Partial<RunOutcome>): RunOutcome => ({
  code: 0,
  missing: false,
  stdout: '',
  stderr: '',
  ...part,
})
const QUEUES =
  'printer Desk is idle.  enabled since x\nprinter Full is idle.  enabled since x\nFull not accepting requests since x -\n'
const job: PrintJob = {
  pdf: new Uint8Array([37, 80, 68, 70]),
  printer: 'Desk',
  copies: 2,
  paper: 'A5-landscape',
  tray: 'Tray2',
  title: '客服-TS-2026-0001\n',
}

function desk(lp: Partial<RunOutcome>, lpstat: Partial<RunOutcome> = { stdout: QUEUES }) {
  const calls: { args: readonly string[]; input: Uint8Array | undefined }[] = []
  const run: Runner = async (command, args, input) => {
    if (command === 'lpstat') return said(lpstat)
    calls.push({ args, input })
    return said(lp)
  }
  return { calls, printing: cupsPrinting(run) }
}

describe('print', () => {
  it('hands the PDF over byte for byte with its options and answers the job', async () => {
    const { calls, printing } = desk({ stdout: 'request id is Desk-12 (0 file(s))\n' })
    expect(await printing.print(job)).toEqual({ ok: true, value: { job: 'Desk-12' } })
    const args = '-d Desk -n 2 -o media=A5 -o InputSlot=Tray2 -t 客服-TS-2026-0001'.split(' ')
    expect(calls).toEqual([{ args, input: job.pdf }])
  })

  it.each([
    ['Gone', 'printing.notFound'],
    ['-h evil', 'printing.notFound'],
    ['Full', 'printing.notAccepting'],
  ])('refuses the printer %s before anything is sent', async (printer, key) => {
    const { calls, printing } = desk({})
    expect(await printing.print({ ...job, printer })).toMatchObject({ ok: false, refusal: { key } })
    expect(calls).toEqual([])
  })

  it('takes no tray that could be another option', async () => {
    const { calls, printing } = desk({})
    const answer = await printing.print({ ...job, tray: 'x media=A3' })
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'printing.badTray' } })
    expect(calls).toEqual([])
  })

  it.each([
    ['lp: Destination "Desk" is not accepting jobs.', { key: 'printing.notAccepting' }],
    ['lp: Error - The printer or class does not exist.', { key: 'printing.notFound' }],
    [
      'lp: Error - scheduler not responding.',
      { key: 'printing.noPrinter', params: { cause: 'no-scheduler' } },
    ],
    [
      'warning\nlp: Too many active jobs.',
      { key: 'printing.failed', params: { cause: 'Too many active jobs.' } },
    ],
    ['', { key: 'printing.failed', params: { cause: 'exit 1' } }],
  ])('explains "%s"', async (stderr, refusal) => {
    expect(await desk({ code: 1, stderr }).printing.print(job)).toMatchObject({ ok: false, refusal })
  })

  it('says when the program hangs', async () => {
    const answer = await desk({ code: null }).printing.print(job)
    expect(answer).toMatchObject({ ok: false, refusal: { params: { cause: 'timeout' } } })
  })
})

describe('list', () => {
  it.each([
    [
      { code: 1, stderr: 'lpstat: No destinations added.' },
      { ok: true, value: { printers: [] } },
    ],
    [
      { code: null, missing: true },
      { ok: false, refusal: { params: { cause: 'no-lp' } } },
    ],
    [
      { code: 1, stderr: 'lpstat: Scheduler is not running.' },
      { ok: false, refusal: { key: 'printing.noPrinter' } },
    ],
  ])('answers %j plainly', async (lpstat, answer) => {
    expect(await desk({}, lpstat).printing.list()).toMatchObject(answer)
  })
})

describe('the real runner', () => {
  const run = makeRunner(process.env)
  it('feeds the input and gives what was said', async () => {
    expect(await run('cat', [], Buffer.from('票'))).toEqual(said({ stdout: '票' }))
    expect(await run('sh', ['-c', 'echo no >&2; exit 3'], Buffer.alloc(1_000_000))).toEqual(
      said({ code: 3, stderr: 'no\n' }),
    )
  })
  it('says when there is no such program', async () => {
    expect(await run('no-such-program-here', [])).toMatchObject({ code: null, missing: true })
  })
})
