import { addAttachmentsCommand } from '../../../renderer/data/commands/attachments'
import { registerComplaintCommand } from '../../../renderer/data/commands/complaints'
import { saveUnitCommand } from '../../../renderer/data/commands/households'
import { importHouseholdsCommand } from '../../../renderer/data/commands/importHouseholds'
import { registerIncidentCommand } from '../../../renderer/data/commands/incidents'
import { registerLostItemCommand } from '../../../renderer/data/commands/lostItems'
import { registerLostReportCommand } from '../../../renderer/data/commands/lostReports'
import { registerReturnVisitCommand } from '../../../renderer/data/commands/returnVisits'
import { registerVisitCommand } from '../../../renderer/data/commands/visits'
import { chanceFrom } from '../../../renderer/data/demo/chance'
import { demoUnits } from '../../../renderer/data/demo/households'
import { lostItemOf, lostReportOf } from '../../../renderer/data/testing/lost'
import { returnVisitTo, visitTo } from '../../../renderer/data/testing/visits'
import { desk } from '../../../renderer/platform/desk'
import { INCIDENT_KINDS } from '../../../shared/domain/incident/kinds'
import type { Chance } from '../../bench/page/chance'
import { madeUpIntake, madeUpText } from '../../bench/page/madeUp'
import { type Answer, acknowledgedRecord, plainly } from './answers'
import { accepted, data } from './office'

const now = () => data.ports.now()
const earlier = () => new Date(Date.now() - 60_000).toISOString()
const door = (chance: Chance) => `${chance.below(24) + 1}-1-${chance.below(20) + 1}0${chance.below(4) + 1}`

/** As the intake form does it: with the draft that the command takes along. */
export async function beginComplaint(chance: Chance): Promise<Answer> {
  const intake = madeUpIntake(chance, now())
  const draftId = data.ports.newId()
  await data.db.of('drafts').put({
    id: draftId,
    kind: 'complaint.intake',
    targetId: '',
    title: intake.content,
    userId: data.session.actor()?.userId ?? '',
    values: { ...intake },
    updatedAt: now(),
  })
  const input = { intake, receivedBy: '' }
  const saved = await data.run(registerComplaintCommand, input, { draftId })
  return { ...acknowledgedRecord('complaints', saved), goneDraft: saved.ok ? draftId : '' }
}

export async function beginItem(): Promise<Answer> {
  const intake = lostItemOf({ handedInAt: earlier() })
  return acknowledgedRecord('lostItems', await data.run(registerLostItemCommand, { intake }))
}

export async function beginReport(): Promise<Answer> {
  const at = earlier()
  const intake = lostReportOf({ registeredAt: now(), lostFrom: at, lostUntil: at })
  return acknowledgedRecord(
    'lostReports',
    await data.run(registerLostReportCommand, { intake, receivedBy: '' }),
  )
}

export async function beginIncident(chance: Chance): Promise<Answer> {
  const report = {
    kind: chance.pick(INCIDENT_KINDS),
    occurredAt: earlier(),
    place: door(chance),
    severity: 'minor' as const,
    personHurt: false,
    origin: madeUpText(chance),
    course: '',
    measures: '',
    result: '',
    prevention: '',
  }
  const input = { report, reportedBy: '', parties: [] }
  return acknowledgedRecord('incidents', await data.run(registerIncidentCommand, input))
}

export async function beginVisit(chance: Chance): Promise<Answer> {
  const visit = { ...visitTo(door(chance), earlier()), privateNotes: '不愿声张' }
  return acknowledgedRecord('visits', await data.run(registerVisitCommand, visit))
}

export async function beginReturnVisit(chance: Chance): Promise<Answer> {
  const entry = returnVisitTo(door(chance), { visitedAt: earlier() })
  const input = { entry, round: '', targetId: '' }
  return acknowledgedRecord('returnVisits', await data.run(registerReturnVisitCommand, input))
}

export async function addUnit(chance: Chance): Promise<Answer> {
  const unit = { building: String(100 + chance.below(900)), section: '1', room: String(chance.below(9000)) }
  const rest = { id: null, use: 'residence', area: 90, status: 'let', moveInDate: null } as const
  return plainly('unit.save', await data.run(saveUnitCommand, { ...unit, ...rest }))
}

/** Some dozens of households in one command: a long transaction, and a long line in the journal. */
export async function importUnits(chance: Chance): Promise<Answer> {
  const prefix = String(1000 + chance.below(8999))
  const units = demoUnits(chanceFrom(chance.below(1e6)))
    .slice(0, 60)
    .map((unit) => ({ ...unit, building: prefix, code: [prefix, unit.section, unit.room].join('-') }))
  const input = { units, fileName: '住户.xlsx' }
  return plainly('household.import', await data.run(importHouseholdsCommand, input))
}

/** A photo of one pixel and some noise: its file is stored before the row that names it. */
export async function attach(chance: Chance): Promise<Answer> {
  const record = await data.db.of('complaints').orderBy('id').last()
  if (!record) return { refused: 'none' }
  const bytes = Uint8Array.from({ length: 2000 }, () => chance.below(256))
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  const order = { name: '照片.jpg', bytes, maxBytes: 1_000_000 }
  const file = accepted(await desk.invoke('attachments.store', order))
  const input = { table: 'complaints' as const, recordId: record.id, files: [file], sheet: null }
  return acknowledgedRecord('complaints', await data.run(addAttachmentsCommand, input))
}
