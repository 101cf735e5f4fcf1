import type { SheetField } from './fields'
import type { FromSheetWorker, ToSheetWorker } from './protocol'

/** One sheet of a file, and what stands in it. */
export interface SheetPart<Row> {
  sheetName: string
  fields: readonly SheetField<Row>[]
  /** The records, portion by portion: never all of them at once. */
  portions: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
}

interface Course {
  /** Records written so far. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

interface Written {
  bytes: Uint8Array<ArrayBuffer>
  count: number
}

/** Writes records into an .xlsx file in a worker; throws where it is cancelled. Answers the file and their number. */
export function writeSheet<Row>({ onProgress, signal, ...part }: SheetPart<Row> & Course): Promise<Written> {
  return writeBook([anySheet(part)], { onProgress, signal })
}

/** A sheet whose rows only it knows, for `writeBook`. */
export interface AnySheet extends Pick<SheetPart<never>, 'sheetName'> {
  columns: { header: string; width: number; wrap?: boolean }[]
  cells: () => AsyncGenerator<ReturnType<SheetField<never>['cell']>[][]>
}

/** A sheet for a file of several, each of its own kind of rows. */
export function anySheet<Row>({ sheetName, fields, portions }: SheetPart<Row>): AnySheet {
  return {
    sheetName,
    columns: fields.map(({ header, width, wrap }) => ({ header, width, wrap })),
    cells: async function* () {
      for await (const records of portions) {
        yield records.map((record) => fields.map(({ cell }) => cell(record)))
      }
    },
  }
}

/** Writes an .xlsx file of several sheets in a worker; throws where it is cancelled. Answers it and its rows. */
export async function writeBook(
  sheets: readonly AnySheet[],
  { onProgress, signal }: Course,
): Promise<Written> {
  const worker = new Worker(new URL('./sheetWorker.ts', import.meta.url), { type: 'module' })
  const post = (message: ToSheetWorker) => worker.postMessage(message, [])
  try {
    post({ type: 'begin', sheets: sheets.map(({ sheetName, columns }) => ({ sheetName, columns })) })
    let count = 0
    for (const { cells } of sheets) {
      post({ type: 'sheet' })
      for await (const rows of cells()) {
        const taken = nextAnswer(worker, signal)
        post({ type: 'rows', rows })
        await taken
        count += rows.length
        onProgress(count)
      }
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
