import type { ReturnVisitInput } from '../../../shared/domain/complaint/commands'
import { contentDigest } from '../../../shared/domain/complaint'
import type { ComplaintIntake, Nature, Severity } from '../../../shared/domain/complaint/types'
import { addHours, civilDayOf, msOf, shiftDay } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'
import * as c from '../commands/complaints'
import { markPrintedCommand, recordSignatureCommand } from '../commands/complaintPaper'
import { anyWorker, type DemoMatter } from './catalogue'
import type { Chance } from './chance'
import { type DemoClerk, Life } from './life'
import type { DemoDesk } from './playback'

/** What is to happen to one made-up complaint. */
export interface Story {
  matter: DemoMatter
  intake: ComplaintIntake
  nature: Nature
  severity: Severity
  clerk: DemoClerk
  chance: Chance
}

/** Plans the intake; everything after it follows from there. */
export function planStory(desk: DemoDesk, story: Story): void {
  const { intake, clerk } = story
  desk.plan({
    at: intake.registeredAt,
    who: clerk,
    act: async () => {
      const { id } = await desk.run(c.registerComplaintCommand, { intake, receivedBy: '' })
      planHandling(desk, id, story)
    },
  })
}

/** Judging and what follows, of a complaint that has just been registered. */
export function planHandling(desk: DemoDesk, id: string, story: Story): void {
  const { matter, chance, nature, severity } = story
  const life = new ComplaintLife(desk, id, story)
  if (chance.happens(0.015)) {
    life.next(2, 8, 'supervisor', () => life.do(c.voidComplaintCommand, { reason: '与另一件重复登记' }))
    return
  }
  life.next(0.3, 5, 'supervisor', () => life.do(c.judgeCommand, { nature, severity, cause: matter.cause }))
  if (chance.happens(0.06)) life.print()
  if (nature !== 'valid') {
    life.answer(1, 20)
    life.next(0.2, 10, 'supervisor', () => life.close())
    return
  }
  planWork(life, story)
  planEnd(life, story)
}

function planWork(life: ComplaintLife, { matter, chance }: Story): void {
  const promised = chance.happens(0.4)
  const responsible = anyWorker(matter.department, chance)
  life.next(0.2, 3, 'supervisor', () =>
    life.do(c.assignCommand, {
      department: matter.department,
      responsible,
      promisedAt: promised ? addHours(life.desk.at(), 72) : null,
    }),
  )
  // A few are forgotten until somebody asks: they fall due, and after a month they are 重大.
  const slow = chance.happens(0.03) ? 700 : 0
  if (chance.happens(0.07)) {
    life.next(4, 20, 'clerk', () =>
      life.do(c.suspendCommand, { reason: '等备件到货', nextContactOn: life.inDays(4) }),
    )
    life.next(48, 110, 'clerk', () => life.do(c.resumeCommand, {}))
  }
  const work = {
    investigation: matter.found,
    causeAnalysis: matter.why,
    proposals: matter.proposals,
    chosenProposal: 0,
    consent: null,
    measures: '',
  }
  if (chance.happens(0.6))
    life.next(3 + slow, 30 + slow, 'clerk', () => life.do(c.recordHandlingCommand, work))
  if (promised && chance.happens(0.15)) {
    life.next(1, 6, 'clerk', () =>
      life.ifPromised((promise) =>
        life.do(c.movePromiseCommand, {
          to: addHours(promise, 72),
          reason: '备件晚到，已电话说明',
          toldAt: life.desk.at(),
        }),
      ),
    )
  }
  life.next(6 + slow, 60 + slow, 'clerk', () =>
    life.do(c.completeCommand, { ...work, measures: matter.did, completedAt: life.desk.at() }),
  )
}

function planEnd(life: ComplaintLife, story: Story): void {
  const { chance, matter } = story
  life.answer(0.2, 8)
  for (let tries = 0; tries < 2 && chance.happens(0.2); tries += 1) {
    life.next(3, 9, 'clerk', () => life.visit('notReached', ''))
  }
  if (chance.happens(0.035)) {
    life.next(4, 14, 'clerk', () => life.visitDissatisfied('又犯了，没有彻底解决。', story))
    return
  }
  const late = chance.happens(0.08) ? 30 : 0
  const outcome = chance.pick(['satisfied', 'satisfied', 'satisfied', 'fairlySatisfied'] as const)
  const words = outcome === 'satisfied' ? '处理得很快，谢谢。' : '修是修好了，就是等得久了点。'
  life.next(3 + late, 16 + late, 'clerk', () => life.visit(outcome, words))
  life.next(1, 20, 'supervisor', () => life.do(c.verifyCommand, { words: '现场看过，属实。' }))
  if (chance.happens(0.55)) {
    life.next(0.2, 4, 'clerk', () => life.printNow())
    if (chance.happens(0.97)) life.next(1, 40, 'clerk', () => life.sign(chance.happens(0.04)))
  }
  life.next(0.5, 30, 'supervisor', () => life.close(matter.learnt))
}

/** One complaint on its way through the year. */
class ComplaintLife extends Life<'complaints'> {
  constructor(
    desk: DemoDesk,
    id: string,
    readonly story: Story,
  ) {
    super(desk, 'complaints', id, story.chance, story.clerk)
  }

  answer(from: number, to: number): void {
    const { matter } = this.story
    this.next(from, to, 'clerk', () =>
      this.do(c.answerCommand, {
        answeredAt: this.desk.at(),
        way: 'phone',
        content: matter.reply,
        answeredBy: '',
      }),
    )
  }

  visit(outcome: ReturnVisitInput['outcome'], words: string) {
    const visit = { visitedAt: this.desk.at(), way: 'phone' as const, visitedBy: '', outcome, words }
    return this.do(c.recordReturnVisitCommand, visit)
  }

  async visitDissatisfied(words: string, story: Story): Promise<void> {
    const visit = {
      visitedAt: this.desk.at(),
      way: 'phone' as const,
      visitedBy: '',
      outcome: 'dissatisfied' as const,
    }
    const closing = await this.closing(story.matter.learnt)
    const { linked } = await this.do(c.recordReturnVisitCommand, { ...visit, words, ...closing })
    this.stop()
    if (linked) planHandling(this.desk, linked.id, { ...story, severity: 'important' })
  }

  async close(learnt = ''): Promise<void> {
    await this.do(c.closeCommand, await this.closing(learnt))
  }

  print(): void {
    this.next(0.1, 2, 'clerk', () => this.printNow())
  }

  async printNow(): Promise<void> {
    const digest = contentDigest(await this.record())
    await this.do(markPrintedCommand, { form: 'complaintVisit', digest, way: 'printer', copies: 1 })
  }

  async sign(refused: boolean): Promise<void> {
    const { intake, prints } = await this.record()
    if (!prints['complaintVisit'] || intake.complainant.anonymous) return
    const by = intake.complainant.name
    const at = this.desk.at()
    const outcome = refused ? 'refused' : 'signed'
    const reason = refused ? '说处理结果还要再看看，不愿签字' : ''
    await this.do(recordSignatureCommand, { form: 'complaintVisit', outcome, by, at, reason })
  }

  async ifPromised(act: (promise: Instant) => Promise<unknown>): Promise<void> {
    const promise = (await this.record()).handling?.promisedAt
    if (promise && msOf(addHours(promise, 72)) > msOf(this.desk.at())) await act(promise)
  }

  /** A civil day from the present of the story. */
  inDays(days: number): string {
    return shiftDay(civilDayOf(this.desk.at()), days)
  }

  /** What the severity asks for before closing; by itself a complaint may have become 重大 meanwhile. */
  private async closing(learnt: string) {
    const { judgement } = await this.record()
    const major = judgement?.severity === 'major'
    return {
      summary: judgement?.severity === 'minor' ? '' : learnt || '以后同类事项当天跟进。',
      correctiveActionRef: major ? 'JZ-见纸质报告' : '',
      headOfficeReportedAt: major ? this.desk.at() : null,
    }
  }
}
