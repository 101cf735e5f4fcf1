import lost from '../../../resources/catalogues/demo/lost.json'
import { contentDigest } from '../../../shared/domain/lostItem'
import {
  SENSITIVE_CATEGORIES,
  type LostCategory,
  type LostItemIntake,
} from '../../../shared/domain/lostItem/types'
import { addHours, civilDayOf, instantFromMs, msOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import * as items from '../commands/lostItems'
import { registerLostReportCommand } from '../commands/lostReports'
import { anyName, anyPhone } from './catalogue'
import type { Chance } from './chance'
import { inOfficeHours, Life } from './life'
import type { DemoDesk } from './playback'
import type { Door } from './stories'

/** A thing that people of the made-up estate lose. */
interface DemoThing {
  name: string
  category: LostCategory
  /** 分; 0 for what has no price. */
  fen: number
  features: string
  places: string[]
  finder: string
  /** What its owner says of it. */
  owner: string
}

const things = lost as DemoThing[]
const sensitive = new Set<LostCategory>(SENSITIVE_CATEGORIES)

/** So many things are found in the year, and fewer are asked for. */
const FOUND = 70
const DAYS = 360

/** 失物招领 of the year: kept, announced, claimed, handed over, expired and decided; and what people look for. */
export function planLostProperty(desk: DemoDesk, doors: readonly Door[], now: Instant, chance: Chance): void {
  for (let made = 0; made < FOUND; made += 1) {
    const thing = chance.pick(things)
    const daysAgo = made < 8 ? made / 2 : chance.between(1, DAYS)
    const at = inOfficeHours(addHours(now, -24 * daysAgo - 1))
    planFound(desk, thing, at, doors, chance)
  }
  for (let made = 0; made < 6; made += 1) {
    planAsked(desk, chance.pick(things), addHours(now, -20 * (made + 1)), doors, chance)
  }
}

function planFound(
  desk: DemoDesk,
  thing: DemoThing,
  at: Instant,
  doors: readonly Door[],
  chance: Chance,
): void {
  const asked = chance.happens(0.3)
  if (asked) planAsked(desk, thing, addHours(at, -3), doors, chance)
  desk.plan({
    at,
    who: chance.happens(0.6) ? 'clerk' : 'colleague',
    act: async () => {
      const intake = intakeOf(thing, desk.at(), chance)
      const { id } = await desk.run(items.registerLostItemCommand, { intake })
      planItem(new Life(desk, 'lostItems', id, chance), thing, chance)
    },
  })
}

function intakeOf(thing: DemoThing, now: Instant, chance: Chance): LostItemIntake {
  const { name, category, features, fen } = thing
  return {
    name,
    category,
    quantity: 1,
    features,
    estimate: { fen, band: fen > 10_000 ? 'over100' : 'upTo100' },
    foundAt: instantFromMs(msOf(now) - chance.below(5) * 1_800_000 - 600_000),
    foundPlace: chance.pick(thing.places),
    finder: { name: anyName(chance), role: thing.finder, phone: anyPhone(chance) },
    handedInAt: now,
    receivedBy: '周敏',
    countedBy: '秩序班 孙强',
    storedAt: `失物柜 ${chance.pick(['A', 'B', 'C'])}-${chance.below(12) + 1}`,
    clues: '',
    remarks: '',
  }
}

type ItemLife = Life<'lostItems'>

function planItem(life: ItemLife, thing: DemoThing, chance: Chance): void {
  if (chance.happens(0.5)) life.next(0.1, 1, 'clerk', () => printSheet(life))
  if (sensitive.has(thing.category)) {
    life.next(1, 20, 'clerk', () => handOver(life, thing))
    return
  }
  if (chance.happens(0.08)) {
    life.next(1, 4, 'supervisor', () =>
      life.do(items.voidLostItemCommand, { reason: '登记时失主已在场取走' }),
    )
    return
  }
  if (chance.happens(0.75)) life.next(2, 30, 'clerk', () => publish(life))
  if (chance.happens(0.55)) planClaim(life, thing, chance)
  else planExpiry(life)
}

async function printSheet(life: ItemLife): Promise<void> {
  const digest = contentDigest(await life.record())
  await life.do(items.lostItemPaper.markPrinted, { form: 'lostClaim', digest, way: 'printer', copies: 1 })
}

async function publish(life: ItemLife): Promise<void> {
  const given = { ids: [life.id], postedAt: life.desk.at(), place: '各栋大堂公告栏、北门公告栏' }
  await life.desk.run(items.publishLostItemsCommand, given)
}

async function handOver(life: ItemLife, { category }: DemoThing): Promise<void> {
  const toIssuer = category === 'bankCard'
  await life.do(items.handOverCommand, {
    target: toIssuer ? 'issuer' : 'police',
    office: toIssuer ? '发卡银行就近网点' : '辖区派出所',
    takenBy: '值班人员',
    receipt: `收${civilDayOf(life.desk.at()).replaceAll('-', '')}`,
    at: life.desk.at(),
    words: '',
  })
}

function planClaim(life: ItemLife, thing: DemoThing, chance: Chance): void {
  const name = anyName(chance)
  const claim = { name, phone: anyPhone(chance), relation: 'self' as const, statedFeatures: thing.owner }
  life.next(3, 200, 'clerk', () => life.do(items.stateClaimCommand, { ...claim, statedAt: life.desk.at() }))
  life.next(0.1, 0.3, 'clerk', async () => {
    const { claims } = await life.record()
    const at = life.desk.at()
    await life.do(items.claimLostItemCommand, {
      claimId: claims.at(-1)?.id ?? '',
      shownAt: at,
      outcome: 'matches',
      words: '与所述特征一致',
      idLast4: String(1000 + chance.below(9000)),
      claimedAt: at,
      handledBy: '',
      authorization: [],
      reportId: null,
    })
  })
}

/** Nobody comes: the director decides when the house's time is over. */
function planExpiry(life: ItemLife): void {
  const decision = {
    outcome: 'handOver',
    opinion: '按规定移交派出所。',
    keepUntil: null,
    earlyReason: '',
  } as const
  life.next(24 * 95, 24 * 110, 'clerk', async () => {
    await life.desk.run(items.expireDueCommand, { ids: [life.id] })
  })
  // Some wait for the director.
  if (life.chance.happens(0.4)) return
  life.next(24, 200, 'director', async () => {
    if ((await life.record()).state === 'expired') await life.do(items.decideLostItemCommand, decision)
  })
  life.next(24, 100, 'clerk', async () => {
    if ((await life.record()).decisions.length > 0) await handOver(life, { category: 'other' } as DemoThing)
  })
}

/** Somebody who looks for a thing; whether it was found here shows the app by itself. */
function planAsked(
  desk: DemoDesk,
  thing: DemoThing,
  at: Instant,
  doors: readonly Door[],
  chance: Chance,
): void {
  const { unit, person } = chance.pick(doors)
  desk.plan({
    at: inOfficeHours(at),
    who: 'clerk',
    act: async () => {
      const now = desk.at()
      const owner = {
        personId: person.id,
        unitId: unit.id,
        name: person.name,
        phone: person.phones[0] ?? '',
        unitCode: unit.code,
      }
      const intake = {
        registeredAt: now,
        owner,
        item: thing.name,
        category: thing.category,
        features: thing.owner,
        lostFrom: addHours(now, -26),
        lostUntil: addHours(now, -2),
        places: thing.places.slice(0, 2).join('、'),
        remarks: '',
      }
      await desk.run(registerLostReportCommand, { intake, receivedBy: '' })
    },
  })
}
