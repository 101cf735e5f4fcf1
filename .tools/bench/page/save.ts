import { registerComplaintCommand } from '../../../renderer/data/commands/complaints'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { Chance } from './chance'
import { madeUpIntake } from './madeUp'
import { accepted, data } from './office'
import { putIntoPouch } from './pouch'
import { type Captured, captureRows, copyRows, writeRows } from './rawRows'
import { timed } from './timing'

/** ms of one save each: the app's, the same rows in raw IndexedDB, the same document in PouchDB. */
export interface SaveTimes {
  app: number
  raw: number
  pouch: number
}

const chance = new Chance(7)
let sample: Captured | null = null
let document: Complaint | null = null

/** One save as the intake form does it: with the draft that it makes superfluous. */
async function register(): Promise<string> {
  const intake = madeUpIntake(chance, data.ports.now())
  const draftId = data.ports.newId()
  const now = data.ports.now()
  const userId = data.session.actor()?.userId ?? ''
  await data.db.of('drafts').put({
    id: draftId,
    kind: 'complaint.intake',
    targetId: '',
    title: intake.content,
    userId,
    values: { ...intake },
    updatedAt: now,
  })
  const { ms, value } = await timed(() =>
    data.run(registerComplaintCommand, { intake, receivedBy: '' }, { draftId }),
  )
  const saved = accepted(value)
  if (!saved.confirmed) throw new Error('the journal did not confirm a save')
  last = ms
  return saved.value.id
}

let last = 0

/** Saves once with an ear on the database, so that the rivals write exactly the rows that a save writes. */
export async function prepareSaves(): Promise<{ rows: number; bytes: number }> {
  let id = ''
  sample = await captureRows(async () => {
    id = await register()
  })
  document = (await data.db.of('complaints').get(id)) ?? null
  return { rows: sample.length, bytes: JSON.stringify(sample).length }
}

/** One save of each kind, in the order asked: the bench lets them take turns. */
export async function saveOnce(order: (keyof SaveTimes)[]): Promise<SaveTimes> {
  if (!sample || !document) throw new Error('prepareSaves comes first')
  const times: SaveTimes = { app: 0, raw: 0, pouch: 0 }
  for (const way of order) {
    if (way === 'app') {
      await register()
      times.app = last
    } else if (way === 'raw') {
      const rows = copyRows(sample, data.ports.newId)
      times.raw = (await timed(() => writeRows(rows))).ms
    } else {
      const copy = { ...document, id: data.ports.newId() }
      times.pouch = (await timed(() => putIntoPouch(copy))).ms
    }
  }
  return times
}
