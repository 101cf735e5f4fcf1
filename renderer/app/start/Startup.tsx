import { Suspense } from 'react'
import { useData } from '../../data'
import { lazyScreen } from '../../ui'
import { desk } from '../../platform/desk'
import { WithReplication } from '../WithReplication'
import { BackupKeeper } from '../backups/BackupKeeper'
import { ClosingScreen } from '../backups/ClosingScreen'
import { Gate } from './Gate'
import { OrRestore } from './OrRestore'
import { Ready } from './Ready'
import { StartFailed } from './StartFailed'
import { useStartup } from './useStartup'
import { Waiting } from './Waiting'
import { goWay } from './ways'

const FirstSteps = lazyScreen(() => import('./FirstSteps'))
const Unlock = lazyScreen(() => import('../../features/vault/Unlock'))
const RecoveryStart = lazyScreen(() => import('./RecoveryStart'))
const DemoStart = lazyScreen(() => import('../../features/demo'))
const NewerData = lazyScreen(() => import('../../features/recovery/NewerData'))
const RestoredStart = lazyScreen(() => import('./RestoredStart'))

const quit = () => void desk.invoke('app.quit', {})

async function hashPin(pin: string): Promise<string | null> {
  const hashed = await desk.invoke('pin.hash', { pin })
  return hashed.ok ? hashed.value.hash : null
}

async function storePhoto(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const stored = await desk.invoke('attachments.store', { name, bytes, maxBytes: bytes.length })
  return stored.ok ? stored.value : null
}

/** From the cold start to the first usable screen: recovery, refusal of newer data, first start, or the desk. */
export function Startup() {
  const data = useData()
  const { stage, again } = useStartup()
  switch (stage.kind) {
    case 'starting':
    case 'migrating':
      return <Waiting migrating={stage.kind === 'migrating'} />
    case 'failed':
      return <StartFailed refusal={stage.refusal} onAgain={again} onQuit={quit} />
    case 'vaultLocked':
      return (
        <Suspense fallback={null}>
          <OrRestore withLedger>
            {(aside) => (
              <Unlock
                damaged={stage.damaged}
                sheetId={stage.sheetId}
                onDone={again}
                onQuit={quit}
                aside={aside}
              />
            )}
          </OrRestore>
          <Ready screen="unlock" />
        </Suspense>
      )
    case 'newerData':
      return (
        <Suspense fallback={null}>
          <NewerData supported={stage.supported} stored={stage.stored} onQuit={quit} />
          <Ready screen="newer-data" />
        </Suspense>
      )
    case 'recovery':
    case 'ledgerLost':
      return (
        <Suspense fallback={null}>
          <OrRestore withLedger>
            {(_aside, begin) => (
              <RecoveryStart
                key={stage.kind}
                state={stage}
                onGo={(way, plan, onProgress) => goWay(data, stage.ledger.lastSeq, way, plan, onProgress)}
                onDone={again}
                onQuit={quit}
                onRestore={begin}
              />
            )}
          </OrRestore>
          <Ready screen="recovery" />
        </Suspense>
      )
    case 'demo':
      return (
        <Suspense fallback={null}>
          <DemoStart hashPin={hashPin} store={storePhoto} onDone={again} />
        </Suspense>
      )
    case 'firstStart':
      return (
        <Suspense fallback={null}>
          <OrRestore unused>{(aside) => <FirstSteps onDone={again} aside={aside} />}</OrRestore>
          <Ready screen="first-start" />
        </Suspense>
      )
    case 'restored':
      return (
        <Suspense fallback={null}>
          <RestoredStart onDone={again} onQuit={quit} />
        </Suspense>
      )
    default:
      return (
        <WithReplication>
          <Gate office={stage.office} />
          <BackupKeeper />
          <ClosingScreen />
        </WithReplication>
      )
  }
}
