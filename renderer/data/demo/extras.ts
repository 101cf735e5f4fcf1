import { addHours, civilDayOf, shiftDay } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import { reserveNumbersCommand } from '../commands/complaintPaper'
import { addComplainantCommand, joinComplaintsCommand } from '../commands/complaintPeople'
import { assignCommand, judgeCommand, registerComplaintCommand, suspendCommand } from '../commands/complaints'
import { savePhraseCommand } from '../commands/phrases'
import { chanceFrom } from './chance'
import type { DemoDesk, DemoRole } from './playback'
import { anyStory, type Door } from './stories'
import { planHandling } from './story'

const PHRASES = [
  { field: 'complaint.answer.content', text: '已安排维修班今天上门，到之前会电话联系您。' },
  { field: 'complaint.answer.content', text: '情况我们已经核实，处理完会在二十四小时内回访。' },
  { field: 'complaint.remedy', text: '尽快处理并回电话' },
  { field: 'complaint.returnVisit.words', text: '满意，没有其他意见。' },
]

/** What a desk has beside the year's usual course: phrases, blank sheets, and the branches that chance may not take. */
export function planExtras(desk: DemoDesk, doors: readonly Door[], now: Instant): void {
  planJoined(desk, doors, now)
  planSuspended(desk, doors, now)
  planJustIn(desk, doors, now)
  desk.plan({
    at: addHours(now, -24 * 200),
    who: 'clerk',
    act: async () => {
      for (const phrase of PHRASES) await desk.run(savePhraseCommand, phrase)
    },
  })
  desk.plan({
    at: addHours(now, -20),
    who: 'clerk',
    act: async () => {
      await desk.run(reserveNumbersCommand, { count: 2 })
    },
  })
}

const chance = () => chanceFrom(7)

/** Two neighbours with one matter, entered twice by two clerks and joined. */
function planJoined(desk: DemoDesk, doors: readonly Door[], now: Instant): void {
  const [first, second, third] = [9, 10, 11].map((hours) =>
    anyStory(doors, addHours(now, -72 + hours), chance()),
  )
  if (!first || !second || !third) return
  desk.plan({
    at: first.intake.registeredAt,
    who: 'clerk',
    act: async () => {
      const one = await desk.run(registerComplaintCommand, { intake: first.intake, receivedBy: '' })
      const { complainant, channel, content } = third.intake
      const other = { complainant, channel, saidAt: desk.at(), words: content, receivedBy: '' }
      const into = await desk.run(addComplainantCommand, { ...other, id: one.id, rev: one.rev })
      const twice = await desk.run(registerComplaintCommand, {
        intake: { ...second.intake, registeredAt: desk.at() },
        receivedBy: '',
      })
      await desk.run(joinComplaintsCommand, {
        id: twice.id,
        rev: twice.rev,
        intoId: into.id,
        intoRev: into.rev,
      })
      planHandling(desk, one.id, first)
    },
  })
}

/** Work that waits for a spare part. */
function planSuspended(desk: DemoDesk, doors: readonly Door[], now: Instant): void {
  const story = anyStory(doors, addHours(now, -30), chance())
  const { intake, matter } = story
  let saved = { id: '', rev: 0 }
  const step = (hours: number, who: DemoRole, act: () => Promise<{ id: string; rev: number }>) =>
    desk.plan({
      at: addHours(now, hours),
      who,
      act: async () => {
        saved = await act()
      },
    })
  step(-30, 'clerk', () => desk.run(registerComplaintCommand, { intake, receivedBy: '' }))
  step(-29, 'supervisor', () =>
    desk.run(judgeCommand, {
      id: saved.id,
      rev: saved.rev,
      nature: 'valid',
      severity: 'minor',
      cause: matter.cause,
    }),
  )
  step(-28, 'supervisor', () =>
    desk.run(assignCommand, {
      id: saved.id,
      rev: saved.rev,
      department: matter.department,
      responsible: '赵师傅',
      promisedAt: null,
    }),
  )
  step(-26, 'clerk', () =>
    desk.run(suspendCommand, {
      id: saved.id,
      rev: saved.rev,
      reason: '备件要从厂家调货',
      nextContactOn: shiftDay(civilDayOf(now), 1),
    }),
  )
}

/** Somebody who has just left the counter. */
function planJustIn(desk: DemoDesk, doors: readonly Door[], now: Instant): void {
  const at = addHours(now, -0.3)
  const { intake } = anyStory(doors, at, chance())
  desk.plan({
    at,
    who: 'clerk',
    act: async () => {
      await desk.run(registerComplaintCommand, { intake, receivedBy: '' })
    },
  })
}
