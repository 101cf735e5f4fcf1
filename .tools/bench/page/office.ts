import { dataPorts } from '../../../renderer/app/dataPorts'
import { setUpOfficeCommand } from '../../../renderer/data/commands/office'
import { DeskData } from '../../../renderer/data/deskData'
import { desk } from '../../../renderer/platform/desk'
import type { Actor } from '../../../shared/domain/register/types'
import type { Result } from '../../../shared/util/result'

const PIN = '135790'

/** The office of this profile, signed in as its director. One a page. */
export const data = new DeskData(dataPorts)

/** The accepted value; a refusal is a fault of the bench. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key} ${result.refusal.field ?? ''}`)
  return result.value
}

/** Who is signed in: the director. */
export function director(): Actor {
  const actor = data.session.actor()
  if (!actor) throw new Error('nobody is signed in')
  return actor
}

/** Opens the office, sets it up at the first start, signs in. Answers how many complaints it has. */
export async function openOffice(): Promise<number> {
  let state = accepted(await data.start())
  if (state.kind === 'firstStart') {
    await setUp()
    state = accepted(await data.start())
  }
  if (state.kind !== 'ready') throw new Error(`the office opened as ${state.kind}`)
  const user = await data.db.of('users').toCollection().first()
  accepted(await data.signIn(user?.id ?? '', PIN))
  return (await data.db.of('counters').get('complaints|rows'))?.count ?? 0
}

async function setUp(): Promise<void> {
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
}
