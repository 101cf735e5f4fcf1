import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyReport } from '../../../shared/domain/incident/blank'
import { INCIDENT_COMMANDS } from '../../../shared/domain/incident/states'
import type { IncidentReport } from '../../../shared/domain/incident/types'
import { may } from '../../../shared/domain/office/permissions'
import { ROLES, type Role } from '../../../shared/domain/office/types'
import type { LivingRecord, CommandRule } from '../../../shared/domain/register/lifecycle'
import { incidentSchema } from '../../../shared/schema/incident'
import type { Result } from '../../../shared/util/result'
import type { CommandSpec, Saved } from '../core/commandRunner'
import { attachmentsOf } from '../queries/attachments'
import { lastEntries } from '../queries/habits'
import { listRecords } from '../queries/lists'
import { findByNumber } from '../queries/numbers'
import { facetRange, listRange } from '../queries/ranges'
import { getRecord, getRecords, timelineOf } from '../queries/records'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addAttachmentsCommand, renameAttachmentCommand, voidAttachmentCommand } from './attachments'
import { registerComplaintCommand } from './complaints'
import * as fromComplaint from './incidentFromComplaint'
import { registerIncidentFromComplaintCommand } from './incidentFromComplaint'
import * as commands from './incidents'
import { linkRecordsCommand } from './recordLinks'
import type { SavedRecord } from './recordCommand'
import { createUserCommand } from './users'

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
})

function kept<T>(answer: Result<Saved<T>>): T {
  if (!answer.ok) throw new Error(`${answer.refusal.key} ${answer.refusal.field ?? ''}`)
  return answer.value.value
}
const keyOf = (answer: Result<unknown>): string => (answer.ok ? 'accepted' : answer.refusal.key)

const fileOf = (letter: string) =>
  ({ sha256: letter.repeat(64), size: 1, kind: 'image', mime: 'image/png', name: '照片.png' }) as const

const FULL = { course: '秘经过', severity: 'minor', prevention: '秘建议' } as const

async function start(change: Partial<IncidentReport> = {}): Promise<SavedRecord> {
  const report = {
    ...emptyReport(office.clock.now),
    kind: 'theft' as const,
    place: '秘地点',
    ...FULL,
    ...change,
  }
  const person = { personId: null, unitId: null, name: '秘姓名', phone: '', unitCode: '5-2-301' }
  const parties = [{ role: 'victim' as const, person, note: '' }]
  return kept(await office.runner.run(commands.registerIncidentCommand, { report, reportedBy: '', parties }))
}

/** A second clerk, who did not report. */
async function signInAsAnother(): Promise<void> {
  await office.signInAs('director')
  const pinHash = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'
  await office.runner.run(createUserCommand, {
    name: '另一人',
    role: 'clerk' as const,
    active: true,
    pinHash,
  })
  const other = (await office.db.of('users').toArray()).find(({ name }) => name === '另一人')
  if (other) office.session.signedIn(other)
}

const isSpec = (value: unknown): value is CommandSpec<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'permission' in value && 'run' in value
const specs = [
  ...Object.values(commands),
  ...Object.values(commands.incidentPaper),
  ...Object.values(fromComplaint),
].filter(isSpec)

describe('who may do what, where the data is written (domain 1, 7)', () => {
  it.each(specs.flatMap((spec) => ROLES.map((role) => [spec.name, role, spec] as const)))(
    '%s by %s',
    async (name, role, spec) => {
      await office.signInAs(role)
      const bare = { ...spec, input: z.unknown(), run: async () => ({ ok: true as const, value: null }) }
      const allowed = spec.permission !== null && may(role, spec.permission)
      expect(keyOf(await office.runner.run(bare, {}))).toBe(allowed ? 'accepted' : 'role.notAllowed')
      const rules: Partial<Record<string, CommandRule>> = INCIDENT_COMMANDS
      const rule = rules[name.replace('incident.', '')]
      if (rule) expect(spec.permission).toBe(rule.permission)
    },
  )

  it('names the director for 审批 and a supervisor for 核实 and 限阅', () => {
    const by = (name: string): Role[] =>
      ROLES.filter((role) => {
        const spec = specs.find((one) => one.name === `incident.${name}`)
        return spec?.permission ? may(role, spec.permission) : false
      })
    expect(by('approve')).toEqual(['director'])
    for (const name of ['verify', 'restrict', 'returnForRevision', 'void']) {
      expect([name, by(name)]).toEqual([name, ['supervisor', 'director']])
    }
  })
})

describe('from the first moment to 归档 (domain 7)', () => {
  it('writes rows that can be read back, with a number of its own series', async () => {
    await office.signInAs('clerk')
    const { id, number } = await start({ severity: 'major' })
    expect(number).toBe('客服-SG-2026-0001')
    // Two lines struck at once: neither needs the revision of the other.
    await office.runner.run(commands.noteIncidentCommand, { id, text: '到场', at: null })
    await office.runner.run(commands.noteIncidentCommand, { id, text: '报警', at: null })
    await office.runner.run(commands.markIncidentStepCommand, {
      id,
      stepId: 'video',
      outcome: 'done' as const,
      reason: '',
    })
    const rev = async () => (await office.db.of('incidents').get(id))?.rev ?? 0
    kept(await office.runner.run(commands.submitIncidentCommand, { id, rev: await rev() }))
    await office.signInAs('supervisor')
    kept(await office.runner.run(commands.verifyIncidentCommand, { id, rev: await rev(), words: '' }))
    const early = await office.runner.run(commands.archiveIncidentCommand, { id, rev: await rev() })
    expect(keyOf(early)).toBe('incident.approvalRequired')
    await office.signInAs('director')
    kept(await office.runner.run(commands.approveIncidentCommand, { id, rev: await rev(), words: '同意' }))
    const file = {
      sha256: 'a'.repeat(64),
      size: 10,
      kind: 'image',
      mime: 'image/jpeg',
      name: '协议.jpg',
    } as const
    const added = { id, rev: await rev(), text: '已赔付', attachments: [file] }
    kept(await office.runner.run(commands.supplementIncidentCommand, added))
    kept(await office.runner.run(commands.archiveIncidentCommand, { id, rev: await rev() }))
    const record = await getRecord(office.db, 'incidents', id)
    expect(incidentSchema.safeParse(record).error).toBeUndefined()
    expect(record).toMatchObject({ state: 'archived', supplements: [{ seq: 1, text: '已赔付' }] })
    expect(record?.timeline.map(({ text }) => text)).toEqual(['到场', '报警'])
    expect(await attachmentsOf(office.db, id)).toHaveLength(1)
  })
})

describe('限阅 and 伤情 through every query, by role (domain 7, 13)', () => {
  async function restricted(): Promise<SavedRecord> {
    await office.signInAs('clerk')
    const made = await start({ kind: 'death' })
    const injuries = [{ id: null, who: '秘姓名', condition: '秘伤情', treatment: '' }]
    kept(await office.runner.run(commands.setIncidentInjuriesCommand, { ...pick(made), injuries }))
    const rev = (await office.db.of('incidents').get(made.id))?.rev ?? 0
    await office.runner.run(addAttachmentsCommand, {
      table: 'incidents',
      recordId: made.id,
      files: [{ sha256: 'b'.repeat(64), size: 1, kind: 'image', mime: 'image/png', name: '秘照片.png' }],
      sheet: null,
    })
    return { ...made, rev: rev + 1 }
  }
  const pick = ({ id, rev }: SavedRecord) => ({ id, rev })

  async function everything(id: string, number: string): Promise<string> {
    const { db } = office
    const page = await listRecords(db, { table: 'incidents', facets: [], after: null, limit: 10 })
    const seen = [
      await getRecord(db, 'incidents', id),
      await getRecords(db, 'incidents', [id]),
      page.rows,
      await listRange(db, 'incidents', facetRange('all'), 10),
      await findByNumber(db, 'incidents', 'incident', number, office.clock.now),
      await timelineOf(db, id),
      await attachmentsOf(db, id),
      await lastEntries(db, 'incidents', ({ report }) => [report.place]),
      office.changes.flatMap(({ put }) => put.filter((doc) => doc.id === id)),
    ]
    return JSON.stringify(seen)
  }

  it.each(['clerk', 'supervisor', 'director', 'viewer'] as const)('%s', async (role) => {
    const { id, number, rev } = await restricted()
    expect(await everything(id, number)).toContain('秘伤情')
    kept(await office.runner.run(commands.submitIncidentCommand, { id, rev }))
    await office.signInAs(role)
    const text = await everything(id, number)
    const reads = role === 'supervisor' || role === 'director'
    expect(text.includes('秘')).toBe(reads)
    expect(text).toContain(number)
    expect(text).toContain('"kind":"death"')
  })

  it('another clerk, already while it is written; and nobody signed in', async () => {
    const { id, number } = await restricted()
    await signInAsAnother()
    expect(await everything(id, number)).not.toContain('秘')
    expect(keyOf(await office.runner.run(commands.noteIncidentCommand, { id, text: '又', at: null }))).toBe(
      'incident.restricted',
    )
    office.db.reader = () => null
    expect(await everything(id, number)).not.toContain('秘')
  })

  it('hides 伤情 alone of a record that is not 限阅', async () => {
    await office.signInAs('clerk')
    const made = await start()
    const injuries = [{ id: null, who: '', condition: '秘伤情', treatment: '' }]
    kept(await office.runner.run(commands.setIncidentInjuriesCommand, { ...pick(made), injuries }))
    await signInAsAnother()
    const text = await everything(made.id, made.number)
    expect(text).not.toContain('秘伤情')
    expect(text).toContain('秘经过')
  })

  it('keeps hands off the files of what somebody does not see', async () => {
    const { id } = await restricted()
    const [photo] = await attachmentsOf(office.db, id)
    await signInAsAnother()
    const rename = { id: photo?.id ?? '', name: '改名' }
    expect(keyOf(await office.runner.run(renameAttachmentCommand, rename))).toBe('record.missing')
    const sheet = { form: 'incidentReport', version: 1 }
    const scan = { table: 'incidents' as const, recordId: id, files: [fileOf('c')], sheet }
    expect(keyOf(await office.runner.run(addAttachmentsCommand, scan))).toBe('record.missing')
  })

  it('closes the files with the report (domain 7)', async () => {
    await office.signInAs('clerk')
    const made = await start()
    const { id } = made
    const files = [fileOf('b')]
    const added = { table: 'incidents' as const, recordId: id, files, sheet: null }
    const [photo = ''] = kept(await office.runner.run(addAttachmentsCommand, added)).attachmentIds
    kept(await office.runner.run(commands.submitIncidentCommand, { id, rev: made.rev + 1 }))
    await office.signInAs('supervisor')
    kept(await office.runner.run(renameAttachmentCommand, { id: photo, name: '楼道' }))
    kept(await office.runner.run(commands.verifyIncidentCommand, { id, rev: made.rev + 2, words: '' }))
    for (const tried of [
      await office.runner.run(renameAttachmentCommand, { id: photo, name: '改名' }),
      await office.runner.run(voidAttachmentCommand, { id: photo, reason: '不要了' }),
    ]) {
      expect(keyOf(tried)).toBe('incident.isClosed')
    }
  })

  it('says of a linked record no more in the timeline of the other', async () => {
    const { id, rev } = await restricted()
    const complaint = kept(
      await office.runner.run(registerComplaintCommand, { intake: intakeOf('噪音'), receivedBy: '' }),
    )
    const other = { table: 'complaints' as const, id: complaint.id }
    kept(await office.runner.run(linkRecordsCommand, { id, rev, table: 'incidents', other }))
    await signInAsAnother()
    const [newest] = await timelineOf(office.db, complaint.id)
    expect(newest).toMatchObject({ entry: { command: 'link.add' }, detail: { changes: [], reason: '' } })
  })
})

describe('from a complaint to an incident and back (domain 5, 7)', () => {
  it('links both sides in one, with what is known', async () => {
    await office.signInAs('clerk')
    const intake = intakeOf('楼上漏水泡了地板', { lossOrInjury: true })
    const complaint = kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
    const { id, rev } = complaint
    const made = kept(await office.runner.run(registerIncidentFromComplaintCommand, { id, rev }))
    const incident = await getRecord(office.db, 'incidents', made.id)
    expect(incident).toMatchObject({
      report: { kind: 'waterLeak', place: '5号楼2单元', course: '楼上漏水泡了地板' },
      parties: [{ role: 'informant', person: { name: '张三' } }],
      links: [{ table: 'complaints', id }],
    })
    const linked = (await getRecord(office.db, 'complaints', id)) as LivingRecord
    expect(linked.links).toMatchObject([{ table: 'incidents', id: made.id, number: made.number }])
    const again = await office.runner.run(registerIncidentFromComplaintCommand, { id, rev: linked.rev })
    expect(again).toMatchObject({
      ok: false,
      refusal: { key: 'incident.fromComplaintAlready', params: { number: made.number } },
    })
    await office.signInAs('supervisor')
    kept(
      await office.runner.run(commands.voidIncidentCommand, { id: made.id, rev: made.rev, reason: '误建' }),
    )
    expect(
      keyOf(await office.runner.run(registerIncidentFromComplaintCommand, { id, rev: linked.rev })),
    ).toBe('accepted')
  })

  it('names nobody who asked to stay unnamed', async () => {
    await office.signInAs('clerk')
    const anonymous = { anonymous: true, personId: null, unitId: null, name: '', phone: '', unitCode: '' }
    const intake = intakeOf('有人打架', { complainant: anonymous, place: '' })
    const { id, rev } = kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
    const made = kept(await office.runner.run(registerIncidentFromComplaintCommand, { id, rev }))
    expect(await getRecord(office.db, 'incidents', made.id)).toMatchObject({
      report: { kind: 'fight', place: '待查' },
      parties: [],
    })
  })
})

it('reserves numbers for blank forms without a gap (domain 2)', async () => {
  await office.signInAs('clerk')
  const { records } = kept(await office.runner.run(commands.reserveIncidentsCommand, { count: 2 }))
  expect(records.map(({ number }) => number)).toEqual(['客服-SG-2026-0001', '客服-SG-2026-0002'])
  const [first] = records
  const report = { ...emptyReport(office.clock.now), place: '大堂' }
  const filled = { id: first?.id ?? '', rev: 1, report, reportedBy: '', parties: [] }
  kept(await office.runner.run(commands.fillInIncidentCommand, filled))
  expect((await start()).number).toBe('客服-SG-2026-0003')
})
