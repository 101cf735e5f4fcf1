import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Complaint } from '../../../shared/domain/complaint/types'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { ROLES } from '../../../shared/domain/office/types'
import type { Choice } from '../../../shared/sync/dispute'
import type { CommandSpec } from '../core/commandRunner'
import { withoutListKeys } from '../core/rowTraits'
import {
  countOpenDisputes,
  decidedDisputes,
  disputeView,
  madeHere,
  openDisputes,
  openDisputesOf,
} from '../queries/disputes'
import { timelineOf } from '../queries/records'
import { disputeOf } from '../replica/disputeOf'
import { BEGINNING } from '../replica/mark'
import { takeCommand } from '../replica/take'
import { intakeOf } from '../testing/complaints'
import { kept } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { registerComplaintCommand } from './complaints'
import { decideDisputeCommand } from './disputes'
import { saveUnitCommand } from './households'

const OTHER = 'machine-b'
let office: TestOffice
let record: Complaint

/** A line of 待核对, as `sync.take` writes it. */
async function dispute(
  found: Omit<Parameters<typeof disputeOf>[1], 'table' | 'deviceId' | 'opId'> & { table?: string },
  opId = 'op-b',
) {
  const made = disputeOf(office.clock.now, { table: 'complaints', deviceId: OTHER, opId, ...found })
  const spec: CommandSpec<Dispute, null> = {
    name: 'test.dispute',
    permission: 'record.read',
    tables: ['disputes'],
    input: decideDisputeCommand.input as never,
    run: async (tx) => {
      await tx.put('disputes', made)
      return { ok: true, value: null }
    },
  }
  kept(
    await office.runner.run(
      { ...spec, input: { safeParse: () => ({ success: true, data: made }) } as never },
      made,
    ),
  )
  return made
}

const stored = async (id: string): Promise<Complaint> => {
  const row = await office.db.of('complaints').get(id)
  if (!row) throw new Error(`no ${id}`)
  return withoutListKeys(row)
}
const decideOn = (id: string, choice: Choice, rev: number | null = record.rev, sure = false) =>
  office.runner.run(decideDisputeCommand, { id, rev, choice, sure })
const place = { path: 'intake.place', base: '5号楼2单元', inForce: '5号楼2单元', waiting: '东门' }
const otherPlace = () => ({ ...record, intake: { ...record.intake, place: '东门' } })

beforeEach(async () => {
  office = await openTestOffice()
  const { session } = office
  office.db.reader = () => {
    const { user } = session.snapshot()
    return user ? { userId: user.id, role: user.role } : null
  }
  await office.signInAs('clerk')
  const made = kept(
    await office.runner.run(registerComplaintCommand, { intake: intakeOf('电梯没人来修。'), receivedBy: '' }),
  )
  record = await stored(made.id)
  await office.signInAs('supervisor')
})

describe('what is chosen', () => {
  it('never takes the last director away (domain 1)', async () => {
    await office.signInAs('director')
    const user = (await office.db.of('users').toArray()).find(({ role }) => role === 'director')
    if (!user) throw new Error('no director')
    const off = { path: 'active', base: true, inForce: true, waiting: false }
    const waiting = { ...user, active: false }
    const { id } = await dispute({ table: 'users', kind: 'fields', fields: [off], waiting })
    const answer = await decideOn(id, { way: 'fields', chosen: ['active'] }, null)
    expect(answer).toMatchObject({ refusal: { key: 'office.lastDirector' } })
    expect(await office.db.of('users').get(user.id)).toEqual(user)
  })

  it('never makes a second unit of one 房号 (domain 4)', async () => {
    const unit = { id: null, building: '3', section: '', use: 'residence', area: null } as const
    const more = { status: 'ownerOccupied', moveInDate: null } as const
    const made = async (room: string) =>
      kept(await office.runner.run(saveUnitCommand, { ...unit, ...more, room })).id
    const [, second] = [await made('501'), await made('502')]
    const row = await office.db.of('units').get(second)
    const fields = (['room', 'code'] as const).map((path) => {
      const waiting = String(row?.[path]).replace('502', '501')
      return { path, base: row?.[path], inForce: row?.[path], waiting }
    })
    const { id } = await dispute({ table: 'units', kind: 'fields', fields, waiting: { ...row } })
    const answer = await decideOn(id, { way: 'fields', chosen: ['room', 'code'] }, null)
    expect(answer).toMatchObject({ refusal: { key: 'dispute.notAlone' } })
    expect(await office.db.of('units').get(second)).toEqual(row)
  })
})

describe('a field that both changed', () => {
  it('takes what waits: in record, list, chain, outbox and journal', async () => {
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    expect(await countOpenDisputes(office.db)).toBe(1)
    const lines = office.lines.length
    kept(await decideOn(id, { way: 'fields', chosen: ['intake.place'] }))
    expect(await stored(record.id)).toMatchObject({ rev: record.rev + 1, intake: { place: '东门' } })
    expect(await openDisputes(office.db)).toEqual([])
    expect(await countOpenDisputes(office.db)).toBe(0)
    expect(await decidedDisputes(office.db)).toMatchObject([
      { id, state: 'taken', decidedBy: '用户supervisor' },
    ])
    const [entry] = await timelineOf(office.db, record.id, 'complaints')
    expect(entry?.entry.command).toBe('dispute.decide')
    expect(entry?.detail?.changes.find(({ table }) => table === 'complaints')?.fields).toContainEqual({
      path: 'intake.place',
      before: '5号楼2单元',
      after: '东门',
    })
    const waits = await office.db.of('outbox').bulkGet([`complaints|${record.id}`, `disputes|${id}`])
    expect(waits.every(Boolean)).toBe(true)
    expect(office.lines.length).toBe(lines + 1)
  })

  it('keeps what is in force and changes nothing of the record', async () => {
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    kept(await decideOn(id, { way: 'keep' }, null))
    expect(await stored(record.id)).toEqual(record)
    expect(await office.db.of('disputes').get(id)).toMatchObject({ state: 'kept', chosen: [] })
    const again = await decideOn(id, { way: 'fields', chosen: ['intake.place'] })
    expect(again).toMatchObject({ ok: false, refusal: { key: 'dispute.decided' } })
  })

  it('refuses a record that went on since, a line that is gone, and a record that would not be whole', async () => {
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    const chosen: Choice = { way: 'fields', chosen: ['intake.place'] }
    expect(await decideOn(id, chosen, record.rev + 1)).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
    expect(await decideOn('nowhere', chosen)).toMatchObject({ refusal: { key: 'dispute.missing' } })
    const broken = { ...place, path: 'intake.channel', waiting: 'telegram' }
    const { id: other } = await dispute({ kind: 'fields', fields: [broken], waiting: { ...record } }, 'op-c')
    expect(await decideOn(other, { way: 'fields', chosen: ['intake.channel'] })).toMatchObject({
      refusal: { key: 'dispute.notWhole' },
    })
    expect((await stored(record.id)).rev).toBe(record.rev)
  })

  it('does not write into a locked month', async () => {
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    office.clock.now = '2026-04-02T01:00:00.000Z'
    await office.db.of('monthReviews').put({ id: '2026-03', state: 'approved' } as never)
    const answer = await decideOn(id, { way: 'fields', chosen: ['intake.place'] })
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'month.locked' } })
    expect(await office.db.of('disputes').get(id)).toMatchObject({ state: 'open' })
  })
})

describe('who sees and decides (domain 1)', () => {
  it.each(ROLES)('%s', async (role) => {
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    await office.signInAs(role)
    const may = role === 'supervisor' || role === 'director'
    expect(await countOpenDisputes(office.db)).toBe(1)
    const [seen] = await openDisputesOf(office.db, 'complaints', record.id)
    expect(seen).toMatchObject({ id, number: record.number })
    expect(seen?.fields).toEqual(may ? [place] : [])
    expect(Object.keys(seen?.waiting ?? {}).length > 0).toBe(may)
    expect((await disputeView(office.db, id)) !== null).toBe(may)
    expect((await decideOn(id, { way: 'keep' })).ok).toBe(may)
  })

  it('of what is for the director alone nobody else reads either version, nor chooses', async () => {
    const flag = {
      id: 'flag',
      unitId: 'u',
      kind: 'sensitive',
      note: '家中有人重病',
      expiresOn: null,
      visibleTo: ['director'],
      voided: null,
      updatedAt: office.clock.now,
    }
    await office.db.of('careFlags').put(flag as never)
    const fields = [{ path: 'note', base: '', inForce: flag.note, waiting: '独居老人' }]
    const found = {
      table: 'careFlags' as const,
      kind: 'fields' as const,
      fields,
      waiting: { ...flag, note: '独居老人' },
    }
    const { id } = await dispute(found)
    const choice: Choice = { way: 'fields', chosen: ['note'] }
    expect(JSON.stringify(await openDisputes(office.db))).not.toMatch('独居老人')
    expect(await disputeView(office.db, id)).toBeNull()
    expect(await decideOn(id, choice, null)).toMatchObject({ refusal: { key: 'dispute.missing' } })
    await office.db.of('careFlags').delete('flag')
    expect(await disputeView(office.db, id)).toBeNull()
    await office.db.of('careFlags').put(flag as never)
    await office.signInAs('director')
    expect(await disputeView(office.db, id)).toMatchObject({ dispute: { fields } })
    kept(await decideOn(id, choice, null))
    expect(await office.db.of('careFlags').get('flag')).toMatchObject({ note: '独居老人' })
  })

  it('says who made each version, when and on which machine', async () => {
    await office.db.of('office').toCollection().modify({ deviceLetter: 'A' })
    const at = '2026-03-02T03:00:00.000Z'
    await office.db.of('audit').bulkPut([
      {
        deviceId: OTHER,
        seq: 1,
        opId: 'op-a',
        at,
        command: 'complaint.register',
        refs: [{ table: 'complaints', id: 'x', number: '客服-TS-2026-B0003' }],
        refIds: ['x'],
      },
      {
        deviceId: OTHER,
        seq: 2,
        opId: 'op-b',
        at,
        command: 'complaint.amendIntake',
        refs: [],
        refIds: [record.id],
      },
    ] as never)
    await office.db
      .of('auditDetails')
      .put({ opId: 'op-b', userName: '王芳', changes: [], reason: '' } as never)
    const { id } = await dispute({ kind: 'fields', fields: [place], waiting: otherPlace() })
    expect(await disputeView(office.db, id)).toMatchObject({
      row: { id: record.id },
      inForce: { name: '用户clerk', letter: 'A', here: true },
      waiting: { name: '王芳', at, letter: 'B', here: false },
    })
  })
})

describe('two records with one number (domain 2)', () => {
  const waits = () => ({ ...record, id: 'there', rev: 3, intake: { ...record.intake, content: '另一件' } })
  const found = (waiting = waits()) => ({
    kind: 'number' as const,
    fields: [{ path: 'id', base: null, inForce: record.id, waiting: 'there' }],
    waiting,
  })
  const link = (number: string) => ({
    table: 'complaints',
    id: record.id,
    number,
    relation: 'related' as const,
  })

  it('gives the one made here the next number, renames it in links, and takes the other in as it is', async () => {
    const other = {
      ...record,
      id: 'linked',
      number: '客服-TS-2026-0900',
      seq: 900,
      links: [link(record.number)],
    }
    await office.db.of('complaints').put(other as never)
    await office.db
      .of('complaints')
      .update(record.id, { links: [{ ...link(other.number), id: 'linked' }] } as never)
    const { id } = await dispute(found())
    const { number } = kept(await decideOn(id, { way: 'number', renumbered: 'held' }))
    expect(number).not.toBe(record.number)
    expect(await stored(record.id)).toMatchObject({ number, rev: record.rev + 1 })
    expect(await stored('there')).toMatchObject({
      number: record.number,
      rev: 3,
      intake: { content: '另一件' },
    })
    expect((await stored('linked')).links).toEqual([link(number)])
    expect(await office.db.of('outbox').get('complaints|there')).toBeUndefined()
    expect(await office.db.of('disputes').get(id)).toMatchObject({ state: 'taken' })
  })

  it('asks before it renames one that was made elsewhere', async () => {
    expect(await madeHere(office.db, record.id)).toBe(true)
    await office.db.of('audit').put({
      deviceId: OTHER,
      seq: 1,
      opId: 'op-0',
      at: '2026-03-01T01:00:00.000Z',
      command: 'complaint.register',
      refs: [],
      refIds: [record.id],
    } as never)
    const { id } = await dispute(found())
    const choice: Choice = { way: 'number', renumbered: 'held' }
    expect(await decideOn(id, choice)).toMatchObject({ refusal: { key: 'dispute.notMadeHere' } })
    expect((await decideOn(id, choice, null, true)).ok).toBe(true)
  })

  it('takes the one that waits in under a new number, on top of what the server has, in its newest version', async () => {
    const first = await dispute(found())
    const second = await dispute(
      found({ ...waits(), rev: 5, intake: { ...record.intake, content: '又改' } }),
      'op-c',
    )
    const { number } = kept(await decideOn(first.id, { way: 'number', renumbered: 'waiting' }))
    expect(await stored('there')).toMatchObject({ number, rev: 6, intake: { content: '又改' } })
    expect((await stored(record.id)).number).toBe(record.number)
    expect(await office.db.of('outbox').get('complaints|there')).toBeDefined()
    for (const { id } of [first, second])
      expect(await office.db.of('disputes').get(id)).toMatchObject({ state: 'taken' })
  })

  it('takes it in as it is once the number is free', async () => {
    const { id } = await dispute(found())
    const choice: Choice = { way: 'number', renumbered: null }
    expect(await decideOn(id, choice)).toMatchObject({ refusal: { key: 'dispute.numberTaken' } })
    await office.db.of('complaints').update(record.id, { number: '客服-TS-2026-0800' })
    kept(await decideOn(id, choice))
    expect(await stored('there')).toMatchObject({ number: record.number, rev: 3 })
  })
})

it('decides what `sync.take` has put on the list', async () => {
  kept(
    await office.runner.run(takeCommand, {
      records: [
        {
          table: 'complaints',
          recordId: 'there',
          rev: '1-ab',
          row: { ...record, id: 'there' },
          seen: { [OTHER]: 2 },
          opId: 'op-b',
          deviceId: OTHER,
          frozen: false,
          withheld: [],
        },
      ],
      entries: [],
      mark: { replicating: true, server: 's', checkpoint: BEGINNING, confirmed: 0, deviceId: '' },
    }),
  )
  const [one] = await openDisputes(office.db)
  expect(one).toMatchObject({ kind: 'number', recordId: 'there' })
  kept(await decideOn(one?.id ?? '', { way: 'number', renumbered: 'held' }))
  expect((await stored('there')).number).toBe(record.number)
})
