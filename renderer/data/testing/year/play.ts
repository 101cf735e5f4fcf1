import 'fake-indexeddb/auto'
import type { ImportedUnit } from '../../../../shared/domain/household/import'
import type { JournalLine } from '../../../../shared/ipc/channels'
import { accept } from '../../../../shared/util/result'
import { reserveNumbersCommand } from '../../commands/complaintPaper'
import * as corrections from '../../commands/corrections'
import { saveUnitCommand } from '../../commands/households'
import { importHouseholdsCommand } from '../../commands/importHouseholds'
import { reserveIncidentsCommand } from '../../commands/incidents'
import { reserveLostItemsCommand } from '../../commands/lostItems'
import { setUpOfficeCommand } from '../../commands/office'
import { reserveReturnVisitsCommand } from '../../commands/returnVisits'
import { keepMonthsCommand } from '../../commands/visitMonths'
import { planVisitCommand } from '../../commands/visits'
import type { DeskDatabase } from '../../core/database'
import { DemoDatabase, DemoDesk } from '../../demo/playback'
import { lockMonth } from '../corrections'
import { DAY, monthBegin, stored } from './calendar'
import type { CorrectionFact, YearFacts } from './facts'
import { playComplaints } from './playComplaints'
import { Player } from './player'
import { playFound, playIncident, playLost, playShelfCounts } from './playOthers'
import { playCall, playRound, playVisit, playVisitMonth } from './playVisits'

const PIN_HASH = `scrypt$32768$8$1$${'a'.repeat(22)}$${'b'.repeat(43)}`

/** How the first month is locked: by its row alone, or as the director does it. */
export type LockFirst = (desk: DemoDesk, month: string) => Promise<void>

/** Writes the year into an empty database by the office's own commands; answers it as the director sees it. */
export async function playYear(
  name: string,
  facts: YearFacts,
  lock: LockFirst = lockMonth,
): Promise<{ db: DeskDatabase; desk: DemoDesk; player: Player }> {
  const db = new DemoDatabase(name)
  await db.open()
  let ids = 0
  const append = async (lines: JournalLine[]) => accept({ lastSeq: lines.at(-1)?.seq ?? 0 })
  const newId = () => `id-${String((ids += 1)).padStart(7, '0')}`
  const from = stored(facts.from)
  const desk = new DemoDesk(db, stored(facts.now), { journal: { append }, newId, from })
  const player = new Player(desk, await openEstate(desk, facts))
  planAll(player, facts)
  player.at(facts.locked.at, () => lock(desk, facts.locked.month))
  await desk.play(async () => undefined)
  return { db, desk, player }
}

async function openEstate(desk: DemoDesk, { units }: YearFacts): Promise<Map<string, string>> {
  const { directorId } = await desk.run(setUpOfficeCommand, {
    estateName: '翠湖花园',
    officeName: '翠湖管理处',
    numberPrefix: '客服',
    deviceLetter: '',
    directorName: '陈国华',
    pinHash: PIN_HASH,
  })
  const director = await desk.db.of('users').get(directorId)
  if (!director) throw new Error('no director')
  desk.signIn(director)
  desk.users = { director, supervisor: director, clerk: director, colleague: director }
  const imported = units.map(({ code, building, status }, row): ImportedUnit => {
    const [, section = '', room = ''] = code.split('-')
    const place = { code, building, section, room }
    return { row, ...place, use: 'residence', area: 90, status, moveInDate: null, stays: [], vehicles: [] }
  })
  await desk.run(importHouseholdsCommand, { units: imported, fileName: '住户.xlsx' })
  return new Map((await desk.db.of('units').toArray()).map(({ id, code }) => [code, id]))
}

function planAll(player: Player, facts: YearFacts): void {
  planCalendar(player, facts)
  playComplaints(player, facts.complaints)
  for (const fact of facts.incidents) playIncident(player, fact)
  for (const fact of facts.found) playFound(player, fact)
  const answered = new Set(facts.found.map(({ answers }) => answers))
  for (const fact of facts.lost) playLost(player, fact, answered.has(fact.key))
  playShelfCounts(player, facts)
  const sent = new Set(facts.visitMonths.map(({ submittedAt }) => submittedAt))
  for (const fact of facts.visits) playVisit(player, fact, sent.has(fact.closedAt))
  for (const fact of facts.visitMonths) playVisitMonth(player, fact)
  for (const fact of facts.rounds) playRound(player, fact)
  for (const fact of facts.calls) playCall(player, fact, facts)
  for (const fact of facts.corrections) playCorrection(player, fact)
}

/** What the calendar and the households do by themselves. */
function planCalendar(player: Player, facts: YearFacts): void {
  const { desk } = player
  for (let month = monthBegin(facts.from, 1); month < facts.now; month = monthBegin(month, 1)) {
    // Right after midnight: no household moves before.
    desk.plan({
      at: stored(month + 1),
      who: 'director',
      act: async () => void (await desk.run(keepMonthsCommand, {})),
    })
  }
  for (const { at, unit, status } of facts.moves) {
    const [building = '', section = '', room = ''] = unit.split('-')
    const id = player.unitIds.get(unit) ?? null
    const said = {
      id,
      building,
      section,
      room,
      use: 'residence' as const,
      area: 90,
      status,
      moveInDate: null,
    }
    player.at(at, () => desk.run(saveUnitCommand, said))
  }
  for (const at of facts.blanks) {
    player.at(at, async () => {
      const given = { count: 2 }
      await desk.run(reserveNumbersCommand, given)
      await desk.run(reserveLostItemsCommand, given)
      await desk.run(reserveIncidentsCommand, given)
      await desk.run(reserveReturnVisitsCommand, given)
    })
  }
  for (const { at, unit } of facts.planned) {
    const plan = {
      person: player.personOf(unit),
      way: 'phone' as const,
      appointmentAt: stored(at + DAY),
      visitor: '',
    }
    player.at(at, () => desk.run(planVisitCommand, { plan }))
  }
}

function playCorrection(player: Player, fact: CorrectionFact): void {
  const { key, at, complaint, cause } = fact
  player.at(at, async () => {
    const { id, rev, judgement } = await player.record('complaints', complaint)
    const changes = [{ path: 'judgement.cause', before: judgement?.cause ?? '', after: cause }]
    const asked = { table: 'complaints' as const, id, rev, changes, voids: false, reason: '判定有误' }
    player.know(key, await player.desk.run(corrections.requestCorrectionCommand, asked))
  })
  const words = { words: '' }
  const reason = { reason: '不必更正' }
  const { verifyCorrectionCommand, applyCorrectionCommand, rejectCorrectionCommand, voidCorrectionCommand } =
    corrections
  player.at(fact.verifiedAt, () => player.on('corrections', key, verifyCorrectionCommand, words))
  player.at(fact.appliedAt, () => player.on('corrections', key, applyCorrectionCommand, words))
  player.at(fact.rejectedAt, () => player.on('corrections', key, rejectCorrectionCommand, reason))
  player.at(fact.voidAt, () => player.on('corrections', key, voidCorrectionCommand, reason))
}
