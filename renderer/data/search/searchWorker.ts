import { Dexie } from 'dexie'
import type { SearchDoc } from '../core/tables'
import type { FromWorker, ToWorker } from './protocol'
import { SearchIndex } from './searchIndex'

// Everything waits for the documents to be read once; messages keep their order.
/** This worker's side of the channel; the compiler knows only the window's. */
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

/** Documents read at once: never all of them beside the index. */
const PORTION = 5000
/** Blocks prepared at once: a question that comes meanwhile waits for no more than these. */
const BLOCKS = 100

const index = new SearchIndex()
let ready: Promise<void> = Promise.resolve()
let broken = false

async function load(name: string): Promise<void> {
  index.load([])
  broken = false
  // As it stands: what else is in there, and how it is sealed, is none of this worker's business.
  const db = new Dexie(name)
  await db.open()
  for (let after = ''; ; ) {
    const table = db.table<SearchDoc>('searchDocs')
    const docs = await table.where(':id').above(after).limit(PORTION).toArray()
    index.add(docs)
    if (docs.length < PORTION) break
    after = docs.at(-1)?.id ?? ''
  }
  db.close()
  prepare()
}

let preparing = false

/** Between the questions, a part at a time. */
function prepare(): void {
  if (preparing) return
  preparing = true
  setTimeout(() => {
    preparing = false
    if (index.prepare(BLOCKS)) prepare()
  })
}

function handle(message: ToWorker): void {
  if (message.type === 'apply') {
    index.apply(message.change)
    prepare()
  }
  if (message.type === 'search') {
    const answer = index.search(message.request)
    const said: FromWorker = {
      type: 'answer',
      ticket: message.ticket,
      answer: broken ? { ...answer, broken } : answer,
    }
    scope.postMessage(said, [])
  }
}

globalThis.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  // A failed load is said with every answer: searches answer at once instead of never.
  ready =
    message.type === 'load'
      ? ready
          .then(() => load(message.database))
          .catch(() => {
            broken = true
          })
      : ready.then(() => handle(message))
})
