import { useCallback, useEffect, useState } from 'react'
import type { Refusal } from '../../../shared/util/result'
import { type StartState, useData } from '../../data'
import { DEMO_FILLED } from '../../features/demo/demo'
import { desk } from '../../platform/desk'
import { recall } from '../../ui'
import { keepStorage } from '../keepStorage'
import { report } from '../../platform/report'
import { onRebuild } from './rebuild'

/** Where the start stands. `migrating` and `starting` need nobody; the others wait for a person. */
export type Stage =
  | { kind: 'starting' }
  | { kind: 'migrating' }
  | { kind: 'failed'; refusal: Refusal }
  /** The demo office has still to be written. */
  | { kind: 'demo' }
  | Exclude<StartState, { kind: 'migrate' }>

const HOLES_AFTER_MS = 300

/** Opens the data and decides the first screen; `again` repeats it after a recovery or a first start. */
export function useStartup(): { stage: Stage; again: () => void } {
  const data = useData()
  const [stage, setStage] = useState<Stage>({ kind: 'starting' })
  const again = useCallback(() => {
    openData(data, setStage).catch((error: unknown) => {
      report('start.failed', error)
      setStage({ kind: 'failed', refusal: { key: 'system.databaseFailed', params: { code: 'start' } } })
    })
  }, [data])
  useEffect(again, [again])
  useEffect(
    () =>
      onRebuild((found) => {
        data.session.signOut()
        setStage(found)
      }),
    [data],
  )
  return { stage, again }
}

async function openData(data: ReturnType<typeof useData>, show: (stage: Stage) => void): Promise<void> {
  const info = await desk.invoke('app.info', {})
  const demo = info.ok && info.value.demo
  if (demo && !recall(DEMO_FILLED, false)) return show({ kind: 'demo' })
  return openOffice(data, (stage) => {
    const mixed = stage.kind === 'ready' && stage.office.demo !== demo
    show(mixed ? { kind: 'failed', refusal: { key: 'demo.mixed' } } : stage)
    if (stage.kind !== 'ready' || mixed) return
    setTimeout(() => void lookForHoles(data, show), HOLES_AFTER_MS)
    keepStorage().catch((error: unknown) => report('storage.notKept', error))
  })
}

/** The sign-in is drawn first; a command waits for the newest of the chain alone. */
async function lookForHoles(data: ReturnType<typeof useData>, show: (stage: Stage) => void): Promise<void> {
  const hollow = await data.holes()
  if (hollow?.kind !== 'recovery') return
  report('start.hollow', hollow.why)
  data.session.signOut()
  show(hollow)
}

async function openOffice(data: ReturnType<typeof useData>, show: (stage: Stage) => void): Promise<void> {
  const started = await data.start()
  if (!started.ok) return show({ kind: 'failed', refusal: started.refusal })
  if (started.value.kind !== 'migrate') return show(started.value)
  show({ kind: 'migrating' })
  const migrated = await data.migrate(started.value.stored, started.value.supported)
  if (!migrated.ok) return show({ kind: 'failed', refusal: migrated.refusal })
  const after = await data.start()
  if (!after.ok) return show({ kind: 'failed', refusal: after.refusal })
  // A migration that leaves an older version behind would otherwise go round in circles.
  if (after.value.kind === 'migrate') {
    return show({ kind: 'failed', refusal: { key: 'system.databaseFailed', params: { code: 'migrate' } } })
  }
  return show(after.value)
}
