import { REGISTER_TABLES } from '../../../renderer/data/commands/registerTables'
import type { ChainState } from '../../../renderer/data/core/tables'
import { withoutDetail } from '../../../renderer/data/privacy/untold'
import { desk } from '../../../renderer/platform/desk'
import { verifyChain, verifyEntry } from '../../../shared/domain/audit/chain'
import { gapReport } from '../../../shared/domain/numbering/gapReport'
import { parseNumber, seriesOf } from '../../../shared/domain/numbering/number'
import { isRegisterCode } from '../../../shared/domain/numbering/registers'
import type { Acknowledged } from './answers'
import { derivedProblems } from './derived'
import { accepted, data } from './office'
import { rebuiltProblems } from './rebuilt'

/** What has to be true of the books after a start. */
export interface CheckOrder {
  acknowledged: Acknowledged[]
  goneDrafts: string[]
  /** The end of the chain at the last check: everything up to there has been looked at. */
  fromSeq: number
  /** Also what takes long: derived rows, every file, and a second database made from the journal alone. */
  full: boolean
  /** Whether the files of 附件 are there to be looked at. */
  files: boolean
}

export interface Checked {
  problems: string[]
  lastSeq: number
  deviceId: string
  records: number
}

/** Looks through the books; every problem is a sentence. Changes nothing. */
export async function check(order: CheckOrder): Promise<Checked> {
  const { db } = data
  const deviceId = String((await db.of('meta').get('deviceId'))?.value ?? '')
  const chain = (await db.of('meta').get('chain'))?.value as ChainState | undefined
  const from = order.full ? 0 : order.fromSeq
  const problems = [
    ...(await lostRows(order.acknowledged)),
    ...(await draftsBack(order.goneDrafts)),
    ...(await chainProblems(deviceId, from)),
    ...(await journalProblems(deviceId, from)),
    ...(await numberProblems()),
    ...(order.full ? await derivedProblems(db) : []),
    ...(order.full && order.files ? await missingFiles() : []),
    ...(order.full ? await rebuiltProblems(db) : []),
  ]
  const counts = await Promise.all(REGISTER_TABLES.map((table) => db.table(table).count()))
  return { problems, lastSeq: chain?.seq ?? 0, deviceId, records: counts.reduce((a, b) => a + b, 0) }
}

async function lostRows(acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const problems: string[] = []
  for (const { table, id, number, rev } of acknowledged) {
    const row = await data.db.of(table).get(id)
    if (!row) problems.push(`${number} was called saved and is gone`)
    else if (row.rev < rev) problems.push(`${number} was called saved as revision ${rev} and is ${row.rev}`)
    else if (row.number !== number) problems.push(`${number} is called ${row.number}`)
  }
  return problems
}

async function draftsBack(ids: readonly string[]): Promise<string[]> {
  const rows = await data.db.of('drafts').bulkGet([...ids])
  return rows.flatMap((row) => (row ? [`the draft ${row.id} is back`] : []))
}

async function chainProblems(deviceId: string, from: number): Promise<string[]> {
  const { db } = data
  const range = db.of('audit').where('[deviceId+seq]').between([deviceId, from], [deviceId, Infinity], true)
  const entries = await range.toArray()
  const [before] = from > 0 ? entries : []
  const rest = (before ? entries.slice(1) : entries).map(({ refIds: _index, ...entry }) => entry)
  const verdict = verifyChain(rest, before ? { seq: before.seq, digest: before.digest } : null)
  const problems = verdict.ok ? [] : [`the chain breaks at ${verdict.seq}: ${verdict.problem}`]
  const details = await db.of('auditDetails').bulkGet(rest.map(({ opId }) => opId))
  for (const [at, entry] of rest.entries()) {
    if (!verifyEntry(entry, details[at] ?? null)) problems.push(`entry ${entry.seq} does not fit its detail`)
  }
  // An older release's books hold some that were erased by law.
  const lost = await withoutDetail(db, before ? entries.slice(1) : entries)
  problems.push(...lost.map(({ seq }) => `entry ${seq} lacks its detail`))
  const tip = (await db.of('meta').get('chain'))?.value as ChainState | undefined
  const last = entries.at(-1)
  if (last?.seq !== tip?.seq || last?.digest !== tip?.digest) problems.push('the tip is not the last entry')
  return problems
}

async function journalProblems(deviceId: string, from: number): Promise<string[]> {
  const { db, ports } = data
  const problems: string[] = []
  let seq = Math.max(0, from - 1)
  for (let done = false; !done; ) {
    const portion = accepted(await ports.journal.read(seq))
    for (const line of portion.lines) {
      seq += 1
      const entry = await db.of('audit').get([deviceId, seq])
      if (line.seq !== seq) return [`the journal lacks ${seq}`]
      if (entry?.digest !== line.digest) problems.push(`the journal has another entry ${seq}`)
    }
    done = portion.done
  }
  const status = accepted(await ports.journal.status())
  const tip = (await db.of('meta').get('chain'))?.value as ChainState | undefined
  if (status.lastSeq !== tip?.seq)
    problems.push(`the journal ends at ${status.lastSeq}, the chain at ${tip?.seq}`)
  // A torn tail is what a kill leaves; it was never acknowledged, and is kept aside.
  const damage = status.problems.filter(({ key }) => key !== 'journal.tornTail')
  return [...problems, ...damage.map(({ key, line }) => `the journal reports ${key} at ${line}`)]
}

/** No gap, no number twice, and the counters are the highest numbers. */
async function numberProblems(): Promise<string[]> {
  const { db } = data
  const numbered = REGISTER_TABLES.filter((table) => 'number' in db.table(table).schema.idxByName)
  const keys = await Promise.all(numbered.map((table) => db.table(table).orderBy('number').keys()))
  const rows = keys
    .flat()
    .map(String)
    .filter((number) => parseNumber(number))
    .map((number) => ({ number, void: null }))
  const counters = (await db.of('numbers').toArray()).flatMap(({ id, last }) => {
    const [register = '', year = '', letter = ''] = id.split('|')
    return isRegisterCode(register) ? [{ register, year: Number(year), letter, last }] : []
  })
  return gapReport(rows, counters).series.flatMap(({ last, count, gaps, duplicates, ...series }) => {
    const { register } = series
    const counter = counters.find((one) => seriesOf(one) === seriesOf(series))
    return [
      ...gaps.map((gap) => `${register} lacks ${gap.from} to ${gap.to} of ${last}`),
      ...duplicates.map((number) => `${number} was given twice`),
      ...(counter?.last === count ? [] : [`${register} counts to ${counter?.last}, and has ${count}`]),
    ]
  })
}

async function missingFiles(): Promise<string[]> {
  const rows = await data.db.of('attachments').toArray()
  const problems: string[] = []
  for (let at = 0; at < rows.length; at += 200) {
    const sha256 = rows.slice(at, at + 200).map((row) => row.sha256)
    const { states } = accepted(await desk.invoke('attachments.check', { sha256 }))
    problems.push(...states.flatMap((state, i) => (state === 'sound' ? [] : [`${sha256[i]} is ${state}`])))
  }
  return problems
}
