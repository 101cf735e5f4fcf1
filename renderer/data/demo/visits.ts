import visits from '../../../resources/catalogues/demo/visits.json'
import type { MonthId } from '../../../shared/domain/visit'
import type { VisitWay } from '../../../shared/domain/visit/types'
import { addHours, civilDayOf, shiftDay } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import * as months from '../commands/visitMonths'
import * as v from '../commands/visits'
import { listRange } from '../queries/ranges'
import { getRecord } from '../queries/records'
import { withoutOpinion } from '../queries/visitIndex'
import { visitMonthView } from '../queries/visits'
import type { Chance } from './chance'
import { inOfficeHours, Life } from './life'
import type { DemoDesk } from './playback'
import type { Door } from './stories'

/** What one visit of the made-up estate brought. */
interface DemoVisit {
  way: VisitWay
  management: string
  services: string
  needs: string
  community: string
  other: string
  /** What came of it; '' where nothing was asked. */
  feedback: string
}

const stories = visits as DemoVisit[]

/** Visits a month: about the goal of 5 % of the households. */
const A_MONTH = 30
const MONTHS = 12

const OPINION = '情况属实，已转有关人员。'

/** 走访 of the year, month by month, with the clerk's opinion and the director's 访问总结; `share` of it for tests. */
export function planVisits(
  desk: DemoDesk,
  doors: readonly Door[],
  now: Instant,
  chance: Chance,
  share: number,
): void {
  for (let visit = 0; visit < A_MONTH * MONTHS * share; visit += 1) {
    const at = inOfficeHours(addHours(now, -chance.between(2, 24 * 30 * MONTHS)))
    planVisit(desk, chance.pick(doors), chance.pick(stories), at, chance)
  }
  planMonths(desk, now)
  planAppointment(desk, chance.pick(doors), now)
}

function planVisit(desk: DemoDesk, door: Door, story: DemoVisit, at: Instant, chance: Chance): void {
  desk.plan({
    at,
    who: chance.happens(0.5) ? 'clerk' : 'colleague',
    act: async () => {
      const visitedAt = addHours(desk.at(), -0.5)
      const { feedback, way, ...parts } = story
      const feedbackNeeded = feedback !== ''
      const feedbackDueOn = feedbackNeeded ? shiftDay(civilDayOf(desk.at()), 3) : null
      const plan = planOf(door, way, way === 'doorstep' ? addHours(visitedAt, -0.2) : null)
      const { id } = await desk.run(v.registerVisitCommand, {
        plan,
        findings: { visitedAt, parts, feedbackNeeded, feedbackDueOn },
        privateNotes: '',
      })
      const life = new Life(desk, 'visits', id, chance)
      if (feedbackNeeded) {
        const given = () => ({ at: desk.at(), result: feedback })
        life.next(5, 60, 'clerk', async () => {
          if ((await life.record()).state === 'visited') await life.do(v.giveFeedbackCommand, given())
        })
      }
      life.next(1, 30, 'clerk', async () => {
        const { opinion, state } = await life.record()
        // The month may have been sent to the director in between.
        if (!opinion && state === 'visited') await life.do(v.giveOpinionCommand, { text: OPINION })
      })
    },
  })
}

function planOf({ unit, person }: Door, way: VisitWay, appointmentAt: Instant | null) {
  return {
    person: {
      personId: person.id,
      unitId: unit.id,
      name: person.name,
      phone: person.phones[0] ?? '',
      unitCode: unit.code,
    },
    way,
    appointmentAt,
    visitor: '',
  }
}

/** The months as the calendar keeps them: sent to the director on the 3rd, summed up on the 8th. */
function planMonths(desk: DemoDesk, now: Instant): void {
  const today = civilDayOf(now)
  for (let day = shiftDay(today, -30 * MONTHS); day <= today; day = shiftDay(day, 1)) {
    const month = day.slice(0, 7)
    const before = shiftDay(`${month}-01`, -1).slice(0, 7)
    const at = (time: string): Instant => new Date(`${day}T${time}:00+08:00`).toISOString()
    if (day.endsWith('-01')) {
      desk.plan({
        at: at('08:05'),
        who: 'clerk',
        act: async () => void (await desk.run(months.keepMonthsCommand, {})),
      })
    }
    if (day.endsWith('-03')) desk.plan({ at: at('16:00'), who: 'clerk', act: () => submit(desk, before) })
    if (day.endsWith('-08'))
      desk.plan({ at: at('10:00'), who: 'director', act: () => summarize(desk, before) })
  }
}

async function submit(desk: DemoDesk, id: MonthId): Promise<void> {
  const month = await getRecord(desk.db, 'visitMonths', id)
  if (month?.state !== 'running' || !month.visited) return
  // Visits of the last days, which nobody has written an opinion of yet.
  const waiting = await listRange(desk.db, 'visits', withoutOpinion(id), A_MONTH * 2)
  for (const { id: visit, rev } of waiting) {
    await desk.run(v.giveOpinionCommand, { id: visit, rev, text: OPINION })
  }
  const opinion = '本月走访按计划完成，意见已分类转办。'
  await desk.run(months.submitMonthCommand, { id, rev: month.rev, opinion })
}

async function summarize(desk: DemoDesk, id: MonthId): Promise<void> {
  const { record, suggestions } = await visitMonthView(desk.db, id)
  if (record?.state !== 'submitted') return
  let { rev } = record
  for (const [place, suggestion] of suggestions.entries()) {
    const adopted = place % 4 !== 3
    const said = adopted
      ? { verdict: 'adopted' as const, note: '纳入下月工作安排。' }
      : { verdict: 'notAdopted' as const, note: '涉及公共部位改造，须业主共同决定。' }
    rev = (await desk.run(months.decideSuggestionCommand, { id, rev, suggestion, ...said })).rev
  }
  const text = '业主对保洁和秩序总体满意，停车和照明是主要意见。'
  await desk.run(months.summarizeMonthCommand, { id, rev, text })
}

/** A visit at the door that is arranged for tomorrow. */
function planAppointment(desk: DemoDesk, door: Door, now: Instant): void {
  const appointmentAt = addHours(now, 26)
  desk.plan({
    at: addHours(now, -3),
    who: 'clerk',
    act: async () => {
      await desk.run(v.planVisitCommand, { plan: planOf(door, 'doorstep', appointmentAt) })
    },
  })
}
