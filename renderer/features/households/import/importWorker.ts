import { previewImport } from './preview'
import type { FromImportWorker, ImportStart } from './protocol'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker
const post = (message: FromImportWorker) => scope.postMessage(message, [])

// One file a worker; cancelling ends the worker.
globalThis.addEventListener('message', (event: MessageEvent<ImportStart>) => {
  const now = new Date().toISOString()
  previewImport(event.data, now, (phase, done, total) => post({ type: 'progress', phase, done, total }))
    .then((answer) =>
      post(
        answer.ok ? { type: 'preview', preview: answer.value } : { type: 'refused', refusal: answer.refusal },
      ),
    )
    .catch(() => post({ type: 'refused', refusal: { key: 'import.damaged' } }))
})
