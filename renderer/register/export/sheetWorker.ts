import type { FromSheetWorker, ToSheetWorker } from './protocol'
import { BookWriter } from './sheet'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker
let writer: BookWriter | null = null

const answer = (message: FromSheetWorker, hand: Transferable[] = []) => scope.postMessage(message, hand)

// One file a worker: the screen must not wait while thousands of rows are written and packed.
globalThis.addEventListener('message', (event: MessageEvent<ToSheetWorker>) => {
  const message = event.data
  if (message.type === 'begin') writer = new BookWriter(message.sheets)
  else if (message.type === 'sheet') writer?.next()
  else if (message.type === 'rows') {
    writer?.add(message.rows)
    answer({ type: 'taken' })
  } else if (writer) {
    const bytes = writer.finish()
    answer({ type: 'file', bytes }, [bytes.buffer])
  }
})
