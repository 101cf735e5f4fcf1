import type { ValueBand } from '../../../../shared/domain/lostItem/types'
import type { IncidentKind } from '../../../../shared/domain/incident/kinds'
import type {
  CompensationOutcome,
  IncidentReport,
  IncidentSeverity,
} from '../../../../shared/domain/incident/types'
import * as i from '../../commands/incidents'
import * as items from '../../commands/lostItems'
import * as reports from '../../commands/lostReports'
import * as shelf from '../../commands/shelfCounts'
import { stored } from './calendar'
import type { FoundFact, IncidentFact, LostFact, YearFacts } from './facts'
import type { Player } from './player'

const reason = { reason: '登记有误' }

/** Plans every step of an incident. */
export function playIncident(player: Player, fact: IncidentFact): void {
  const { key, at, reservedAt, submittedAt } = fact
  const given = () => ({ report: reportOf(fact, false), reportedBy: '', parties: [] })
  if (reservedAt === null) {
    player.at(at, async () => {
      player.know(key, await player.desk.run(i.registerIncidentCommand, given()))
      await writeDown(player, fact)
    })
  } else {
    player.at(reservedAt, async () => {
      const { records } = await player.desk.run(i.reserveIncidentsCommand, { count: 1 })
      for (const record of records) player.know(key, record)
    })
    player.at(at, async () => {
      await player.on('incidents', key, i.fillInIncidentCommand, given())
      await writeDown(player, fact)
    })
  }
  player.at(submittedAt, async () => {
    await player.on('incidents', key, i.amendIncidentCommand, { report: reportOf(fact, true) })
    await player.on('incidents', key, i.submitIncidentCommand, {})
  })
  const words = { words: '属实' }
  player.at(fact.verifiedAt, () => player.on('incidents', key, i.verifyIncidentCommand, words))
  player.at(fact.approvedAt, () => player.on('incidents', key, i.approveIncidentCommand, words))
  player.at(fact.archivedAt, () => player.on('incidents', key, i.archiveIncidentCommand, {}))
  player.at(fact.voidAt, () => player.on('incidents', key, i.voidIncidentCommand, reason))
}

function reportOf(fact: IncidentFact, whole: boolean): IncidentReport {
  const text = whole ? '经过说明' : ''
  return {
    kind: fact.kind as IncidentKind,
    occurredAt: stored(fact.occurredAt),
    place: '3号楼',
    origin: text,
    course: text,
    severity: whole ? (fact.severity as IncidentSeverity) : null,
    personHurt: fact.personHurt,
    measures: text,
    result: text,
    prevention: text,
  }
}

async function writeDown(
  player: Player,
  { key, losses, compensations, injuries }: IncidentFact,
): Promise<void> {
  const id = (place: number) => `${key}-${place}`
  if (injuries > 0) {
    const rows = Array.from({ length: injuries }, (_, place) => place)
    const said = rows.map((place) => ({ id: id(place), who: '', condition: '擦伤', treatment: '' }))
    await player.on('incidents', key, i.setIncidentInjuriesCommand, { injuries: said })
  }
  if (losses.length > 0) {
    const said = losses.map((amount, place) => ({ id: id(place), item: '物品', amount, owner: '' }))
    await player.on('incidents', key, i.setIncidentLossesCommand, { losses: said })
  }
  if (compensations.length === 0) return
  const said = compensations.map(({ outcome, amount }, place) => ({
    id: id(place),
    amount,
    paidBy: '',
    agreedBy: '当事人',
    outcome: outcome as CompensationOutcome,
    settledAt: outcome === 'open' ? null : player.desk.at(),
    note: '',
  }))
  await player.on('incidents', key, i.setIncidentCompensationsCommand, { compensations: said })
}

/** Plans every step of a found thing. */
export function playFound(player: Player, fact: FoundFact): void {
  const { key, typedAt, decided, disposedAt } = fact
  const { desk } = player
  player.at(typedAt, async () =>
    player.know(key, await desk.run(items.registerLostItemCommand, { intake: intakeOf(fact) })),
  )
  player.at(fact.publishedAt, () =>
    desk.run(items.publishLostItemsCommand, { ids: [player.idOf(key)], postedAt: desk.at(), place: '大堂' }),
  )
  player.at(fact.expiredAt, () => desk.run(items.expireDueCommand, { ids: [player.idOf(key)] }))
  if (decided) {
    const said = { outcome: decided.outcome, opinion: '同意', keepUntil: null, earlyReason: '无法保管' }
    player.at(decided.at, () => player.on('lostItems', key, items.decideLostItemCommand, said))
  }
  player.at(fact.claimedAt, () => giveOut(player, fact))
  player.at(fact.handedOverAt, () =>
    player.on('lostItems', key, items.handOverCommand, {
      target: 'police',
      office: '派出所',
      takenBy: '值班民警',
      receipt: '收1',
      at: desk.at(),
      words: '',
    }),
  )
  player.at(disposedAt, () => {
    const said = { way: 'donate' as const, words: '捐赠', at: desk.at(), witness: '石秀' }
    return player.on('lostItems', key, items.disposeCommand, said)
  })
  player.at(fact.voidAt, () => player.on('lostItems', key, items.voidLostItemCommand, reason))
}

function intakeOf({ at, fen, band }: FoundFact) {
  return {
    name: '雨伞',
    category: 'other' as const,
    quantity: 1,
    features: '黑色',
    estimate: { fen, band: band as ValueBand },
    foundAt: null,
    foundPlace: '大堂',
    finder: { name: '孙二娘', role: '保洁部', phone: '13812345678' },
    handedInAt: stored(at),
    receivedBy: '',
    countedBy: '石秀',
    storedAt: 'A-1',
    clues: '',
    remarks: '',
  }
}

async function giveOut(player: Player, { key, answers }: FoundFact): Promise<void> {
  const at = player.desk.at()
  const claim = { name: '宋江', phone: '13900001111', relation: 'self' as const, statedFeatures: '黑色' }
  await player.on('lostItems', key, items.stateClaimCommand, { ...claim, statedAt: at })
  const { claims } = await player.record('lostItems', key)
  await player.on('lostItems', key, items.claimLostItemCommand, {
    claimId: claims.at(-1)?.id ?? '',
    shownAt: at,
    outcome: 'matches',
    words: '相符',
    idLast4: '1234',
    claimedAt: at,
    handledBy: '',
    authorization: [],
    reportId: answers === null ? null : player.idOf(answers),
  })
}

/** Plans every step of a 寻物登记; one that a claim answered ends with that. */
export function playLost(player: Player, fact: LostFact, answered: boolean): void {
  const { key, at, typedAt } = fact
  const { desk } = player
  player.at(typedAt, async () => {
    const intake = {
      registeredAt: stored(at),
      owner: { personId: null, unitId: null, name: '宋江', phone: '13900001111', unitCode: '' },
      item: '雨伞',
      category: 'other' as const,
      features: '黑色',
      lostFrom: null,
      lostUntil: null,
      places: '大堂',
      remarks: '',
    }
    player.know(key, await desk.run(reports.registerLostReportCommand, { intake, receivedBy: '' }))
  })
  const said = () => ({ words: '家中找到', at: desk.at() })
  if (!answered)
    player.at(fact.foundAt, () => player.on('lostReports', key, reports.markFoundCommand, said()))
  player.at(fact.closedAt, () => player.on('lostReports', key, reports.closeLostReportCommand, said()))
  player.at(fact.voidAt, () => player.on('lostReports', key, reports.voidLostReportCommand, reason))
}

/** 盘点 of what lies on the shelf. */
export function playShelfCounts(player: Player, { shelfCounts }: YearFacts): void {
  const { desk } = player
  for (const at of shelfCounts) {
    player.at(at, async () => {
      const kept = (await desk.db.of('lostItems').toArray()).filter(({ state }) => state === 'stored')
      const { id } = await desk.run(shelf.startCountCommand, { itemIds: kept.map((item) => item.id) })
      for (const item of kept) await desk.run(shelf.tickCommand, { id, itemId: item.id, way: 'hand' })
      await desk.run(shelf.finishCountCommand, { id, words: '齐全' })
    })
  }
}
