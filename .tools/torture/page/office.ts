import { dataPorts } from '../../../renderer/app/dataPorts'
import { setUpOfficeCommand } from '../../../renderer/data/commands/office'
import { DeskData } from '../../../renderer/data/deskData'
import type { StartState } from '../../../renderer/data/startup/openDatabase'
import { planFor } from '../../../renderer/features/recovery/plan'
import { desk } from '../../../renderer/platform/desk'
import type { Result } from '../../../shared/util/result'

const PIN = '135790'

const info = await desk.invoke('app.info', {})

/** The office of this profile. One a page. */
export const data = new DeskData(dataPorts, info.ok ? info.value.database : undefined)

/** How the last start found the books. */
let found: StartState = { kind: 'firstStart' }

/** The accepted value; a refusal is a fault of the torture, or a finding. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`refused: ${result.refusal.key} ${JSON.stringify(result.refusal.params ?? {})}`)
  return result.value
}

/** Opens the books as the app does at its start; where they agree, the director signs in. Answers what was found. */
export async function open(): Promise<{ kind: string; why: string }> {
  found = accepted(await data.start())
  if (found.kind === 'ready') found = (await data.holes()) ?? found
  if (found.kind === 'ready') await signIn()
  return { kind: found.kind, why: 'why' in found ? found.why : '' }
}

/** The first start of an office, with its vault where rows and lines are to be sealed; answers the password of its sheet. */
export async function setUp({ sealed }: { sealed: boolean }): Promise<string> {
  const { hash } = accepted(await desk.invoke('pin.hash', { pin: PIN }))
  const office = {
    estateName: '翠湖花园',
    officeName: '翠湖花园管理处',
    numberPrefix: '客服',
    deviceLetter: '',
    directorName: '陈主任',
    pinHash: hash,
  }
  accepted(await data.run(setUpOfficeCommand, office))
  if (!sealed) return ''
  accepted(await data.makeVault())
  return accepted(await desk.invoke('vault.sheet', {})).password
}

/** Opens the vault on a machine that has lost its key. */
export async function unlock({ password }: { password: string }): Promise<void> {
  accepted(await desk.invoke('vault.unlock', { password }))
}

/** Goes the way that the recovery screen offers first. */
export async function mend(): Promise<string> {
  if (found.kind !== 'recovery' && found.kind !== 'ledgerLost') return found.kind
  const { main, fromScratch } = planFor(found)
  if (main === null) throw new Error(`nothing is offered for ${found.kind}`)
  const nothing = () => undefined
  accepted(
    main === 'rebuild'
      ? await data.rebuildLedger(nothing)
      : await data.recover(found.ledger.lastSeq, fromScratch, nothing),
  )
  return main
}

/** Brings books of an older release up to this one. */
export async function migrate(): Promise<void> {
  if (found.kind !== 'migrate') throw new Error(`nothing to migrate: ${found.kind}`)
  accepted(await data.migrate(found.stored, found.supported))
}

async function signIn(): Promise<void> {
  const users = await data.db.of('users').toArray()
  const director = users.find(({ role, active }) => role === 'director' && active)
  accepted(await data.signIn(director?.id ?? '', PIN))
}
