import { useRef, useState } from 'react'
import type { MonthId } from '../../../../shared/util/months'
import { type MonthVerdict, useData, verifyMonth } from '../../../data'

export type VerifyState =
  | { step: 'idle' }
  | { step: 'running'; done: number; total: number | null }
  | { step: 'done'; verdict: MonthVerdict | null }
  | { step: 'failed' }

/** Runs a verification and follows it; a second click while it runs does nothing. */
export function useVerify(month: MonthId): { state: VerifyState; run: () => void } {
  const { db, ports } = useData()
  const [state, setState] = useState<VerifyState>({ step: 'idle' })
  const running = useRef(false)
  const run = () => {
    if (running.current) return
    running.current = true
    setState({ step: 'running', done: 0, total: null })
    verifyMonth(db, month, ports.now(), (done, total) => setState({ step: 'running', done, total }))
      .then((verdict) => setState({ step: 'done', verdict }))
      .catch(() => setState({ step: 'failed' }))
      .finally(() => {
        running.current = false
      })
  }
  return { state, run }
}
