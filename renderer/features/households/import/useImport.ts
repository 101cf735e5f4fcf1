import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import { allHouseholds, type ImportResult, importHouseholdsCommand, useData } from '../../../data'
import type { FromImportWorker, ImportPhase, ImportPreview } from './protocol'

/** How far the wizard is. */
export type ImportState =
  | Choosing
  | Working
  | { step: 'preview'; name: string; preview: ImportPreview; refusal: Refusal | null }
  | { step: 'done'; name: string; preview: ImportPreview; result: ImportResult; confirmed: boolean }

/** Nothing chosen, or what came of the last choice. */
interface Choosing {
  step: 'choose'
  refusal: Refusal | null
  cancelled: boolean
}

/** Long work, with what the progress bar needs; times in ms. */
export interface Working {
  step: 'working'
  phase: ImportPhase | 'saving'
  name: string
  done: number
  total: number | null
  startedAt: number
  elapsedMs: number
}

const CHOOSE: Choosing = { step: 'choose', refusal: null, cancelled: false }

function working(phase: Working['phase'], name: string): Working {
  return { step: 'working', phase, name, done: 0, total: null, startedAt: Date.now(), elapsedMs: 0 }
}

/** Choose, preview, import: nothing is written before `start`, and then all or nothing (domain 4). */
export function useImport() {
  const data = useData()
  const [state, setState] = useState<ImportState>(CHOOSE)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const advance = useCallback(
    (phase: Working['phase'], done: number, total: number | null) =>
      setState((old) => {
        if (old.step !== 'working') return old
        const startedAt = old.phase === phase ? old.startedAt : Date.now()
        return { ...old, phase, done, total, startedAt, elapsedMs: Date.now() - startedAt }
      }),
    [],
  )

  const choose = useCallback(
    async (file: File) => {
      const actor = data.session.actor()
      if (!actor) return
      setState(working('reading', file.name))
      const existing = await allHouseholds(data.db)
      const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
      stop.current = () => worker.terminate()
      const end = (next: ImportState) => {
        worker.terminate()
        stop.current = null
        setState(next)
      }
      worker.addEventListener('message', ({ data: said }: MessageEvent<FromImportWorker>) => {
        if (said.type === 'progress') advance(said.phase, said.done, said.total)
        else if (said.type === 'refused') end({ ...CHOOSE, refusal: said.refusal })
        else end({ step: 'preview', name: file.name, preview: said.preview, refusal: null })
      })
      worker.addEventListener('error', () => end({ ...CHOOSE, refusal: { key: 'import.damaged' } }))
      worker.postMessage({ file, existing, actor }, [])
    },
    [data, advance],
  )

  const start = useCallback(
    async (name: string, preview: ImportPreview) => {
      const abort = new AbortController()
      stop.current = () => abort.abort()
      setState(working('saving', name))
      const input = { units: preview.units, fileName: name.slice(0, 300) }
      const saved = await data.run(importHouseholdsCommand, input, {
        signal: abort.signal,
        onProgress: (done, total) => advance('saving', done, total),
      })
      stop.current = null
      if (saved.ok) {
        const { value: result, confirmed } = saved.value
        setState({ step: 'done', name, preview, result, confirmed })
      } else if (saved.refusal.key === 'command.cancelled') setState({ ...CHOOSE, cancelled: true })
      else setState({ step: 'preview', name, preview, refusal: saved.refusal })
    },
    [data, advance],
  )

  const cancel = useCallback(() => {
    stop.current?.()
    // A command that is being undone answers by itself; a worker that was ended does not.
    setState((old) =>
      old.step === 'working' && old.phase === 'saving' ? old : { ...CHOOSE, cancelled: true },
    )
  }, [])

  const restart = useCallback(() => setState(CHOOSE), [])
  return { state, choose, start, cancel, restart }
}
