import { registerComplaintCommand } from '../../../renderer/data/commands/complaints'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { Chance } from './chance'
import { madeUpIntake } from './madeUp'
import { accepted, data } from './office'
import { putIntoPouch } from './pouch'
import { type Captured, captureRows, copyRows, writeRows } from './rawRows'
import { timed } from './timing'

/** The app's save, the same rows in raw IndexedDB, the same document in PouchDB. */
export type Way = 'app' | 'raw' | 'pouch'

const chance = new Chance(7)
let sample: Captured | null = null
let document: Complaint | null = null

/** One save as the intake form does it: with the draft that it makes superfluous. */
async function register(): Promise<{ id: string; ms: number }> {
  const intake = madeUpIntake(chance, data.ports.now())
  const draftId = data.ports.newId()
  await data.db.of('drafts').put({
    id: draftId,
    kind: 'complaint.intake',
    targetId: '',
    title: intake.content,
    userId: data.session.actor()?.userId ?? '',
    values: { ...intake },
    updatedAt: data.ports.now(),
  })
  const { ms, value } = await timed(() =>
    data.run(registerComplaintCommand, { intake, receivedBy: '' }, { draftId }),
  )
  const saved = accepted(value)
  if (!saved.confirmed) throw new Error('the journal did not confirm a save')
  return { id: saved.value.id, ms }
}

const journalTimes: number[] = []

/** Listens to how long the journal takes, from here to the disk and back. */
function watchJournal(): void {
  const { append } = data.ports.journal
  data.ports.journal.append = async (lines) => {
    const { ms, value } = await timed(() => append(lines))
    journalTimes.push(ms)
    return value
  }
}

/** Saves once with an ear on the database, so that the rivals write exactly the rows that a save writes. */
export async function prepareSaves(): Promise<{ rows: number; bytes: number }> {
  let id = ''
  sample = await captureRows(async () => {
    id = (await register()).id
  })
  watchJournal()
  document = (await data.db.of('complaints').get(id)) ?? null
  return { rows: sample.length, bytes: JSON.stringify(sample).length }
}

/** ms of some saves of one kind, one after another; of the app's also what the journal took of each. */
export async function saveBlock({ way, count }: { way: Way; count: number }): Promise<{
  times: number[]
  journal: number[]
}> {
  const times: number[] = []
  journalTimes.length = 0
  while (times.length < count) times.push(await saveBy(way))
  return { times, journal: [...journalTimes] }
}

async function saveBy(way: Way): Promise<number> {
  if (!sample || !document) throw new Error('prepareSaves comes first')
  if (way === 'app') return (await register()).ms
  if (way === 'raw') {
    const rows = copyRows(sample, data.ports.newId)
    return (await timed(() => writeRows(rows))).ms
  }
  const copy = { ...document, id: data.ports.newId() }
  return (await timed(() => putIntoPouch(copy))).ms
}
