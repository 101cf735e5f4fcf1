import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ROLES, type Role } from '../../../shared/domain/office/types'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { openTestOffice, type TestOffice } from '../testing/office'
import { recordTryCommand, setPinCommand, updateUserCommand } from './users'

type Spec = CommandSpec<unknown, unknown>

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })
const elsewhere = import.meta.glob<string>(
  ['../../**/*.{ts,tsx}', '!./**', '!../../**/*.test.{ts,tsx}', '!../../**/testing/**'],
  { eager: true, query: '?raw', import: 'default' },
)

/** Every command that a module hands out, alone or in a set such as those of 签字与归档. */
function specsIn(value: unknown, depth = 2): Spec[] {
  if (typeof value !== 'object' || value === null) return []
  if ('permission' in value && 'run' in value) return [value as Spec]
  return depth === 0 ? [] : Object.values(value).flatMap((part) => specsIn(part, depth - 1))
}
const specs = new Map(
  Object.values(modules)
    .flatMap((module) => specsIn({ ...module }))
    .map((spec) => [spec.name, spec]),
)

/** Registers whose records are printed, signed and filed. */
const ON_PAPER = [
  'complaint',
  'correction',
  'incident',
  'lostItem',
  'lostReport',
  'monthReview',
  'returnVisit',
  'visit',
  'visitMonth',
]
const PAPER = ['markPrinted', 'markPrintedMany', 'printList', 'recordSignature', 'signOnScreen', 'fileScan']
const names = (text: string) => text.trim().split(/\s+/)

/**
 * Domain 1 in words of its own, not in those of the permission table: who may run which command. A new command has
 * to be entered here, by somebody who asks who may.
 */
const WHO: Record<'anybody' | 'reader' | 'clerk' | 'supervisor' | 'director', string[]> = {
  anybody: names('office.setUp user.recordTry user.recoverPin'),
  reader: names(
    'access.copy access.notes access.restricted access.search savedFilter.save savedFilter.remove user.setPin',
  ),
  clerk: [
    ...ON_PAPER.flatMap((noun) => [...PAPER, 'undo'].map((name) => `${noun}.${name}`)),
    ...names(`
      attachment.add attachment.rename attachment.void clock.accept link.add link.remove
      complaint.addComplainant complaint.amendIntake complaint.answer complaint.close complaint.complete
      complaint.escalateDue complaint.fillIn complaint.join complaint.movePromise complaint.prepareClosing
      complaint.recordHandling complaint.recordReturnVisit complaint.register complaint.removeComplainant
      complaint.reserve complaint.resume complaint.suspend correction.request
      household.endNote household.endResidence household.export household.import household.saveBlacklist
      household.saveCareFlag household.saveInstruction household.savePerson household.saveUnit household.saveVehicle
      incident.amend incident.archive incident.fillIn incident.mark incident.note incident.register
      incident.registerFromComplaint incident.reserve incident.setCalls incident.setCompensations incident.setDetails
      incident.setInjuries incident.setInsurance incident.setLosses incident.setNotifications incident.setParties
      incident.setWitnesses incident.strike incident.submit incident.supplement incident.unmark
      list.export lostItem.amendIntake lostItem.claim lostItem.dispose lostItem.expireDue lostItem.fillIn
      lostItem.handOver lostItem.publish lostItem.publishMany lostItem.register lostItem.reserve lostItem.stateClaim
      lostReport.amendIntake lostReport.close lostReport.markFound lostReport.register
      monthFiles.book monthReview.keep monthReview.keepReport phrase.remove phrase.save returnRound.add
      returnRound.skip returnVisit.amend returnVisit.complain returnVisit.fillIn returnVisit.register
      returnVisit.reserve scan.discard scan.file scan.receive scan.restore shelfCount.finish shelfCount.start
      shelfCount.tick shelfCount.untick visit.amend visit.close visit.fillIn visit.giveFeedback visit.giveOpinion
      visit.plan visit.recordVisit visit.register visit.replan visit.reserve visit.writePrivate visitMonth.keep
      visitMonth.submit visitPreference.keep`),
  ],
  // 判定, 派工, 核实, 作废 with a reason, and signing the month as 审核.
  supervisor: [
    ...ON_PAPER.map((noun) => `${noun}.void`),
    ...names(`
      dispute.decide personRequest.answer personRequest.receive selfCheck.raiseNumbers
      complaint.assign complaint.escalate complaint.giveUpVisit complaint.judge complaint.verify correction.reject
      correction.verify guidance.hide guidance.restore guidance.save guidance.show household.void incident.restrict
      incident.returnForRevision incident.verify monthFiles.package monthReview.checkItem monthReview.drawSample
      monthReview.giveReason monthReview.open monthReview.review monthReview.sendBack monthReview.suggest
      monthReview.tick monthReview.untick monthReview.withdrawSuggestion numbers.raise`),
  ],
  // Serious incidents, expired lost property, signing the month as 审阅, reopening it, users and settings.
  director: names(`
    privacy.erase privacy.hold selfCheck.dropDrafts selfCheck.recount
    correction.apply incident.approve lostItem.decide monthReview.approve monthReview.decide monthReview.reopen
    office.change office.takeOut settings.change user.create user.update vault.note visitMonth.decide visitMonth.summarize`),
}

const MAY: Record<keyof typeof WHO, readonly Role[]> = {
  anybody: ROLES,
  reader: ROLES,
  clerk: ['clerk', 'supervisor', 'director'],
  supervisor: ['supervisor', 'director'],
  director: ['director'],
}
const levels = Object.keys(WHO) as (keyof typeof WHO)[]
const levelOf = (name: string) => levels.find((level) => WHO[level].includes(name))

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})

/** Everything that is stored, and what the journal got. */
async function everything(): Promise<unknown> {
  const tables = await Promise.all(
    office.db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  )
  return [Object.fromEntries(tables), office.lines.length]
}

/** Runs the command's own body where it is refused, so that what it would write is really not written. */
async function attempt(spec: Spec, refused: boolean): Promise<string> {
  const bare = { ...spec, input: z.unknown(), ...(refused ? {} : { run: async () => accept(null) }) }
  const answer = await office.runner.run(bare, {})
  return answer.ok ? 'allowed' : answer.refusal.key
}

describe('the list', () => {
  it('names every command, once', () => {
    const listed = levels.flatMap((level) => WHO[level])
    expect(listed.toSorted()).toEqual([...specs.keys()].toSorted())
    expect(new Set(listed).size).toBe(listed.length)
  })

  it('misses none that is written somewhere else', () => {
    const strays = Object.entries(elsewhere).filter(([, text]) => /\brun: (async )?\(_?tx[,)]/.test(text))
    expect(Object.keys(elsewhere).length).toBeGreaterThan(500)
    // What comes from the server is written by the desk itself (`bySystem`), and by nobody's leave.
    expect(strays.map(([path]) => path).toSorted()).toEqual([
      '../replica/across.ts',
      '../replica/eraseTaken.ts',
      '../replica/take.ts',
    ])
  })
})

describe('who may do what, where the data is written (domain 1)', () => {
  const cases = [...specs].flatMap(([name, spec]) => ROLES.map((role) => ({ name, role, spec })))

  it('refuses each command to each role that may not, and writes nothing', async () => {
    const before = await everything()
    const wrong: string[] = []
    for (const { name, role, spec } of cases) {
      await office.signInAs(role)
      const level = levelOf(name)
      const may = level !== undefined && MAY[level].includes(role)
      const answer = await attempt(spec, !may)
      if (answer !== (may ? 'allowed' : 'role.notAllowed')) wrong.push(`${name} by ${role}: ${answer}`)
    }
    expect(wrong).toEqual([])
    expect(await everything()).toEqual(before)
  })

  it.each(['nobody', 'locked'] as const)('refuses to %s all but the first start and a try', async (who) => {
    await office.signInAs('director')
    const before = await everything()
    if (who === 'locked') office.session.lock()
    else office.session.signOut()
    const answers: Record<string, string[]> = {}
    for (const [name, spec] of specs) {
      const refused = spec.permission !== null
      const key = await attempt(spec, refused)
      answers[key] = [...(answers[key] ?? []), name]
    }
    expect(answers['allowed']).toEqual(expect.arrayContaining(WHO.anybody))
    expect(answers['allowed']).toHaveLength(WHO.anybody.length)
    expect(answers['session.none']).toHaveLength(specs.size - WHO.anybody.length)
    expect(await everything()).toEqual(before)
  })

  it('lets nobody but the director set the PIN of somebody else', async () => {
    const users = await office.db.of('users').toArray()
    const other = users.find(({ role }) => role === 'director')?.id ?? ''
    const before = await everything()
    for (const role of ['viewer', 'clerk', 'supervisor'] as const) {
      await office.signInAs(role)
      const answer = await office.runner.run(setPinCommand, { userId: other, pinHash: 'x'.repeat(40) })
      expect(answer).toMatchObject({ ok: false, refusal: { key: 'role.notAllowed' } })
    }
    expect(await everything()).toEqual(before)
  })
})

describe('a role that changed while its bearer was signed in', () => {
  it('counts at once: the table says it, not the session', async () => {
    const own = await openTestOffice()
    const users = await own.db.of('users').toArray()
    const idOf = (role: Role) => users.find((user) => user.role === role)?.id ?? ''
    const change = (userId: string, role: Role, active: boolean) =>
      own.runner.run(updateUserCommand, { userId, name: `改过 ${userId}`, role, active })
    expect((await change(idOf('supervisor'), 'director', true)).ok).toBe(true)
    expect((await change(idOf('director'), 'clerk', true)).ok).toBe(true)
    // Still the director by what the session remembers.
    const answer = await change(idOf('viewer'), 'director', true)
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'session.changed' } })
    expect((await own.db.of('users').get(idOf('viewer')))?.role).toBe('viewer')
    const tried = await own.runner.run(recordTryCommand, { userId: idOf('clerk'), right: false })
    expect(tried.ok).toBe(true)
  })

  it('is nobody once it was switched off', async () => {
    const own = await openTestOffice()
    await own.signInAs('clerk')
    const { user } = own.session.snapshot()
    if (!user) throw new Error('nobody signed in')
    await own.db.of('users').update(user.id, { active: false })
    const answer = await own.runner.run(setPinCommand, { userId: user.id, pinHash: 'x'.repeat(40) })
    expect(answer).toMatchObject({ ok: false, refusal: { key: 'session.changed' } })
  })
})
