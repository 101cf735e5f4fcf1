import incidents from '../../../resources/catalogues/demo/incidents.json'
import { CHECKLISTS, contentDigest, INCIDENT_FORM } from '../../../shared/domain/incident'
import type { IncidentKind } from '../../../shared/domain/incident/kinds'
import type { IncidentReport, IncidentSeverity } from '../../../shared/domain/incident/types'
import { addHours } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import * as i from '../commands/incidents'
import { anyName, anyPhone } from './catalogue'
import type { Chance } from './chance'
import { Life } from './life'
import type { DemoDesk } from './playback'

/** An event of the made-up estate, as it went. */
interface DemoEventStory {
  kind: IncidentKind
  place: string
  origin: string
  severity: IncidentSeverity
  hurt: boolean
  injury?: string
  timeline: string[]
  course: string
  measures: string
  result: string
  prevention: string
  /** Item and 元. */
  losses: [string, number][]
}

const stories = incidents as unknown as DemoEventStory[]
type IncidentLife = Life<'incidents'>

/** 突发事件 of the year: each story once, the last days' ones still on their way. */
export function planIncidents(desk: DemoDesk, now: Instant, chance: Chance): void {
  const days = [340, 290, 250, 221, 180, 150, 111, 74, 45, 20, 4, 0.12]
  for (const [place, story] of stories.entries()) {
    planIncident(desk, story, addHours(now, -24 * (days[place] ?? 30 * place)), chance)
  }
}

function planIncident(desk: DemoDesk, story: DemoEventStory, at: Instant, chance: Chance): void {
  desk.plan({
    at,
    who: 'clerk',
    act: async () => {
      const occurredAt = addHours(desk.at(), -0.1)
      const party = {
        role: story.hurt ? ('patient' as const) : ('informant' as const),
        person: {
          personId: null,
          unitId: null,
          name: anyName(chance),
          phone: anyPhone(chance),
          unitCode: '',
        },
        note: '',
      }
      const given = { report: begunReport(story, occurredAt), reportedBy: '', parties: [party] }
      const { id } = await desk.run(i.registerIncidentCommand, given)
      const life = new Life(desk, 'incidents', id, chance)
      planWhileItHappens(life, story)
      planReport(life, story, occurredAt)
    },
  })
}

function begunReport({ kind, place, severity, hurt }: DemoEventStory, occurredAt: Instant): IncidentReport {
  return {
    kind,
    occurredAt,
    place,
    severity,
    personHurt: hurt,
    origin: '',
    course: '',
    measures: '',
    result: '',
    prevention: '',
  }
}

/** Lines of the 时间线 and ticks of the checklist, minutes apart. */
function planWhileItHappens(life: IncidentLife, story: DemoEventStory): void {
  const { desk, id } = life
  const steps = CHECKLISTS[story.kind]
  for (const [line, text] of story.timeline.entries()) {
    life.next(0.03, 0.12, 'clerk', async () => {
      await desk.run(i.noteIncidentCommand, { id, text, at: null })
      const stepId = steps[line]
      if (stepId) await desk.run(i.markIncidentStepCommand, { id, stepId, outcome: 'done', reason: '' })
    })
  }
}

function planReport(life: IncidentLife, story: DemoEventStory, occurredAt: Instant): void {
  const { origin, course, measures, result, prevention, injury = '' } = story
  const report = { ...begunReport(story, occurredAt), origin, course, measures, result, prevention }
  life.next(1, 5, 'clerk', async () => {
    await life.do(i.amendIncidentCommand, { report })
    await settleSteps(life, story)
    if (story.losses.length > 0) {
      const losses = story.losses.map(([item, amount]) => ({ id: '', item, amount, owner: '' }))
      await life.do(i.setIncidentLossesCommand, { losses: withIds(life, losses) })
    }
    if (story.hurt) {
      const injuries = withIds(life, [{ id: '', who: '当事人', condition: injury, treatment: '送医检查' }])
      await life.do(i.setIncidentInjuriesCommand, { injuries })
    }
  })
  life.next(0.5, 6, 'clerk', () => life.do(i.submitIncidentCommand, {}))
  life.next(0.2, 1, 'clerk', async () => {
    const digest = contentDigest(await life.record())
    await life.do(i.incidentPaper.markPrinted, { form: INCIDENT_FORM, digest, way: 'printer', copies: 1 })
  })
  life.next(2, 20, 'supervisor', () => life.do(i.verifyIncidentCommand, { words: '情况属实。' }))
  if (story.hurt || story.severity === 'major' || story.kind === 'fire') {
    life.next(2, 30, 'director', () => life.do(i.approveIncidentCommand, { words: '同意，举一反三。' }))
  }
  life.next(24, 100, 'clerk', () => life.do(i.archiveIncidentCommand, {}))
}

/** Whatever of the checklist was not ticked on the way. */
async function settleSteps(life: IncidentLife, { kind }: DemoEventStory): Promise<void> {
  const marked = new Set((await life.record()).checks.map(({ stepId }) => stepId))
  for (const stepId of CHECKLISTS[kind]) {
    if (marked.has(stepId)) continue
    const outcome = { outcome: 'notApplicable' as const, reason: '本次没有涉及' }
    await life.desk.run(i.markIncidentStepCommand, { id: life.id, stepId, ...outcome })
  }
}

/** Rows of a list have ids of their own. */
function withIds<T extends { id: string }>(life: IncidentLife, rows: readonly T[]): T[] {
  return rows.map((row, place) => ({ ...row, id: `${life.id}-${place}` }))
}
