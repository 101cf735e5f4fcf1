import { addHours } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import { reserveNumbersCommand } from '../commands/complaintPaper'
import { savePhraseCommand } from '../commands/phrases'
import type { DemoDesk } from './playback'

const PHRASES = [
  { field: 'complaint.answer.content', text: '已安排维修班今天上门，到之前会电话联系您。' },
  { field: 'complaint.answer.content', text: '情况我们已经核实，处理完会在二十四小时内回访。' },
  { field: 'complaint.remedy', text: '尽快处理并回电话' },
  { field: 'complaint.returnVisit.words', text: '满意，没有其他意见。' },
]

/** What a desk has beside its complaints: phrases, and blank sheets given out yesterday. */
export function planExtras(desk: DemoDesk, now: Instant): void {
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
