import type { SheetField } from './fields'
import type { FromSheetWorker, ToSheetWorker } from './protocol'

interface SheetOrder<Row> {
  sheetName: string
  fields: readonly SheetField<Row>[]
  /** The records, portion by portion: never all of them at once. */
  portions: AsyncIterable<readonly Row[]>
  /** Records written so far. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

/** Writes records into an .xlsx file in a worker; throws where it is cancelled. Answers the file and their number. */
export async function writeSheet<Row>(
  order: SheetOrder<Row>,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; count: number }> {
  const worker = new Worker(new URL('./sheetWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToSheetWorker) => worker.postMessage(message, [])
  const { sheetName, fields, signal } = order
  try {
    post({ type: 'begin', sheetName, columns: fields.map(({ header, width }) => ({ header, width })) })
    let count = 0
    for await (const records of order.portions) {
      const rows = records.map((record) => fields.map(({ cell }) => cell(record)))
      const taken = nextAnswer(worker, signal)
      post({ type: 'rows', rows })
      await taken
      count += records.length
      order.onProgress(count)
    }
    const file = nextAnswer(worker, signal)
    post({ type: 'finish' })
    const answer = await file
    if (answer.type !== 'file') throw new Error('export failed')
    return { bytes: answer.bytes, count }
  } finally {
    worker.terminate()
  }
}

function nextAnswer(worker: Worker, signal: AbortSignal): Promise<FromSheetWorker> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = new AbortController()
    const end = (finish: () => void) => {
      stop.abort()
      finish()
    }
    const once = { signal: stop.signal }
    worker.addEventListener(
      'message',
      (event: MessageEvent<FromSheetWorker>) => end(() => resolve(event.data)),
      once,
    )
    worker.addEventListener('error', () => end(() => reject(new Error('export failed'))), once)
    signal.addEventListener('abort', () => end(() => reject(new Error('export cancelled'))), once)
  })
}
