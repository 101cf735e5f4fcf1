import { z } from 'zod'
import { makePackage, type PackageOrder } from './make'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

// The content security policy forbids code made from text; without this zod tries it once and is refused.
z.config({ jitless: true })

// One package a worker: tens of thousands of names are looked for in every text, and the screen must not wait.
globalThis.addEventListener('message', (event: MessageEvent<PackageOrder>) => {
  const made = makePackage(event.data)
  scope.postMessage(made, [made.bytes.buffer])
})
