import fc from 'fast-check'
import * as commands from '../../domain/complaint/commands'
import {
  contextAt,
  handled,
  inProgress,
  intakeOf,
  judged,
  registered,
  visited,
} from '../../domain/complaint/testing'
import { CAUSES, type Complaint, NATURES, SEVERITIES } from '../../domain/complaint/types'
import type { RuleContext } from '../../domain/register/types'
import { instantFromMs, msOf } from '../../util/civilTime'
import type { Result } from '../../util/result'

/** Two desks that work on one complaint without knowing of each other, for tests; the product never imports this file. */

type Move = (record: Complaint, ctx: RuleContext) => Result<Complaint>

const words = fc.constantFrom('', '有话说', '没修好', '换了门机', '已告知')
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const hour = (ctx: RuleContext, shift: number) => instantFromMs(msOf(ctx.now) + shift * 3_600_000)
const paper = { form: 'complaintVisit', way: 'printer', copies: 1 } as const

const moves: readonly fc.Arbitrary<Move>[] = [
  words.map((place) => (r, ctx) => commands.amendIntake(r, { intake: { ...r.intake, place } }, ctx)),
  words.map((remedy) => (r, ctx) => commands.amendIntake(r, { intake: { ...r.intake, remedy } }, ctx)),
  pick(['单雄信', '赵敏']).map((name) => (r, ctx) => {
    const complainant = { ...r.intake.complainant, name }
    return commands.amendIntake(r, { intake: { ...r.intake, complainant } }, ctx)
  }),
  fc
    .record({ nature: pick(NATURES), severity: pick(SEVERITIES), cause: pick(CAUSES) })
    .map((input) => (r, ctx) => commands.judge(r, input, ctx)),
  words.map(
    (responsible) => (r, ctx) =>
      commands.assign(r, { department: '维修班', responsible, promisedAt: hour(ctx, 48) }, ctx),
  ),
  words.map((measures) => (r, ctx) => commands.recordHandling(r, { measures }, ctx)),
  words.map((investigation) => (r, ctx) => commands.recordHandling(r, { investigation }, ctx)),
  fc.constant((r, ctx) => commands.complete(r, { measures: '更换门机', completedAt: ctx.now }, ctx)),
  words.map(
    (content) => (r, ctx) =>
      commands.answer(r, { content, way: 'phone', answeredAt: ctx.now, answeredBy: '' }, ctx),
  ),
  pick(['satisfied', 'notReached'] as const).map((outcome) => (r, ctx) => {
    const visit = { visitedAt: ctx.now, way: 'phone', visitedBy: '', outcome, words: '' } as const
    const done = commands.recordReturnVisit(r, visit, ctx)
    return done.ok ? { ok: true, value: done.value.complaint } : done
  }),
  words.map((text) => (r, ctx) => commands.verify(r, { words: text }, ctx)),
  words.map(
    (summary) => (r, ctx) =>
      commands.prepareClosing(r, { summary, correctiveActionRef: '', headOfficeReportedAt: null }, ctx),
  ),
  fc.constant((r, ctx) => commands.close(r, {}, ctx)),
  words.map((reason) => (r, ctx) => commands.voidComplaint(r, { reason }, ctx)),
  words.map((said) => (r, ctx) => {
    const complainant = { ...intakeOf().complainant, name: '赵敏' }
    const input = { words: said, complainant, channel: 'visit', saidAt: ctx.now, receivedBy: '' } as const
    return commands.addComplainant(r, input, ctx)
  }),
  pick(['d1', 'd2']).map((digest) => (r, ctx) => commands.markPrinted(r, { ...paper, digest }, ctx)),
  fc.constant((r, ctx) => {
    const signed = { form: paper.form, outcome: 'signed', by: '单雄信', reason: '', at: ctx.now } as const
    return commands.recordSignature(r, signed, ctx)
  }),
  pick(['a1', 'a2']).map(
    (attachmentId) => (r, ctx) => commands.fileScan(r, { form: paper.form, attachmentId }, ctx),
  ),
  pick(['x1', 'x2']).map(
    (id) => (r, ctx) =>
      commands.link(r, { other: { table: 'incidents', id, number: '', relation: 'related' } }, ctx),
  ),
  pick(['x1', 'x2']).map((otherId) => (r, ctx) => commands.unlink(r, { otherId }, ctx)),
]
// 作废 ends a side's story, and closing one mostly fails: both come, but rarely.
const side = fc.array(fc.oneof(...moves), { maxLength: 4 })
const shared = pick([registered, judged, inProgress, handled, visited]).map((make) => make())

function told(record: Complaint, story: readonly Move[], startMs: number): Complaint {
  return story.reduce((last, move, at) => {
    const result = move(last, contextAt(instantFromMs(startMs + at * 60_000), 'director'))
    return result.ok ? result.value : last
  }, record)
}

/** A complaint that both knew, and what each made of it; ids and moments of the two never meet. */
export interface Divided {
  base: Complaint
  ours: Complaint
  server: Complaint
}

export const divided: fc.Arbitrary<Divided> = fc
  .tuple(shared, fc.array(fc.oneof(...moves), { maxLength: 2 }), side, side)
  .map(([first, both, mine, theirs]) => {
    const start = msOf(first.updatedAt)
    const base = told(first, both, start + 1_000)
    return {
      base,
      ours: told(base, mine, start + 600_000),
      server: told(base, theirs, start + 600_007),
    }
  })
