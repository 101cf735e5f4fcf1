import { makeAssembler } from './assemble'
import type { FromAssembler, ToAssembler } from './protocol'

// This worker's side of the channel; the compiler knows only the window's.
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker
let assemble = makeAssembler([])

const answer = (message: FromAssembler, hand: Transferable[] = []) => scope.postMessage(message, hand)

// The screen must not wait while a thick PDF is taken apart.
globalThis.addEventListener('message', ({ data }: MessageEvent<ToAssembler>) => {
  if ('sources' in data) {
    assemble = makeAssembler(data.sources)
    return
  }
  assemble(data.sheet).then(
    (made) => {
      const bytes = new Uint8Array(made)
      answer({ bytes }, [bytes.buffer])
    },
    () => answer({ bytes: null }),
  )
})
