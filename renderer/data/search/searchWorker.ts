import { Dexie } from 'dexie'
import type { SearchDoc } from '../core/tables'
import type { FromWorker, ToWorker } from './protocol'
import { SearchIndex } from './searchIndex'

// Everything waits for the documents to be read once; messages keep their order.
/** This worker's side of the channel; the compiler knows only the window's. */
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

const index = new SearchIndex()
let ready: Promise<void> = Promise.resolve()

async function load(name: string): Promise<void> {
  // As it stands: what else is in there, and how it is sealed, is none of this worker's business.
  const db = new Dexie(name)
  await db.open()
  index.load(await db.table<SearchDoc>('searchDocs').toArray())
  db.close()
}

function handle(message: ToWorker): void {
  if (message.type === 'apply') index.apply(message.change)
  if (message.type === 'search') {
    const answer: FromWorker = {
      type: 'answer',
      ticket: message.ticket,
      answer: index.search(message.request),
    }
    scope.postMessage(answer, [])
  }
}

globalThis.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  // A failed load leaves an empty index: searches answer nothing instead of never.
  ready =
    message.type === 'load'
      ? ready.then(() => load(message.database)).catch(() => undefined)
      : ready.then(() => handle(message))
})
