import { formatPhone, formatPlate } from '../../shared/util/contact'
import { getRecords, type RecordTable, type RecordTables, type SearchHit } from '../data'
import type { DeskDatabase } from '../data/core/database'
import { translateKey } from '../ui'

/** A line of the search's answer. */
export interface HitLine {
  id: string
  kind: string
  title: string
  text: string
  /** Names in them, which are found by pinyin too. */
  names: readonly string[]
  route: string
}

type Described = Pick<HitLine, 'title' | 'text'> & { names?: readonly string[] }

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}

interface HitKind {
  read: (db: DeskDatabase, hits: readonly SearchHit[]) => Promise<HitLine[]>
}

function kindOf<K extends RecordTable>(
  table: K,
  describe: (row: RecordTables[K], door: string) => Described,
  route: (row: RecordTables[K]) => string,
  unitIdOf: (row: RecordTables[K]) => string = () => '',
): HitKind {
  return {
    read: async (db, hits) => {
      const rows = await getRecords(
        db,
        table,
        hits.map((hit) => hit.id),
      )
      const byId = new Map(rows.map((row) => [row.id, row]))
      const units = await getRecords(db, 'units', [...new Set(rows.map(unitIdOf))].filter(Boolean))
      const doors = new Map(units.map(({ id, code }) => [id, code]))
      return hits.flatMap((hit) => {
        const row = byId.get(hit.id)
        if (!row) return []
        const said = describe(row, doors.get(unitIdOf(row)) ?? '')
        return [{ id: hit.id, kind: hit.kind, route: route(row), names: [], ...said }]
      })
    },
  }
}

/** One entry a kind of search document: how it reads and where it leads. */
const kinds: Record<string, HitKind> = {
  complaint: kindOf(
    'complaints',
    ({ number, intake: { complainant, content } }) => {
      // Of a 匿名 complainant nothing is found by, and nothing is shown here.
      const { unitCode, name } = complainant.anonymous ? { unitCode: '', name: '' } : complainant
      return { title: number, text: words(unitCode, name, content), names: [name] }
    },
    ({ id }) => `/complaints/${id}`,
  ),
  lostItem: kindOf(
    'lostItems',
    ({ number, intake }) => ({ title: number, text: `${intake.name} ${intake.foundPlace}`.trim() }),
    ({ id }) => `/lostItems/${id}`,
  ),
  lostReport: kindOf(
    'lostReports',
    ({ number, intake }) => ({
      title: number,
      text: words(intake.owner.unitCode, intake.owner.name, intake.item),
      names: [intake.owner.name],
    }),
    ({ id }) => `/lostReports/${id}`,
  ),
  incident: kindOf(
    'incidents',
    ({ number, report, state }) => ({
      title: number,
      // What of a restricted one was withheld is empty here.
      text:
        state === 'reserved'
          ? ''
          : `${translateKey(`incidents:kind.${report.kind}`)} ${report.place} ${report.course}`.trim(),
    }),
    ({ id }) => `/incidents/${id}`,
  ),
  visit: kindOf(
    'visits',
    ({ number, plan, findings }) => ({
      title: number,
      text: words(plan.person.unitCode, plan.person.name, findings?.parts.management),
      names: [plan.person.name],
    }),
    ({ id }) => `/visits/${id}`,
  ),
  returnVisit: kindOf(
    'returnVisits',
    ({ number, entry }) => ({
      title: number,
      text: words(entry?.person.unitCode, entry?.person.name, entry?.content),
      names: [entry?.person.name ?? ''],
    }),
    ({ id }) => `/returnVisits/${id}`,
  ),
  correction: kindOf(
    'corrections',
    ({ number, target, reason }) => ({ title: number, text: `${target.number} ${reason}` }),
    ({ id }) => `/corrections/${id}`,
  ),
  unit: kindOf(
    'units',
    ({ code }) => ({ title: code, text: '' }),
    ({ id }) => `/households/${id}`,
  ),
  person: kindOf(
    'persons',
    ({ name, phones }, door) => ({
      title: name,
      text: [door, ...phones.map(formatPhone)].filter(Boolean).join('  '),
      names: [name],
    }),
    ({ unitIds }) => `/households/${unitIds[0] ?? ''}`,
    ({ unitIds }) => unitIds[0] ?? '',
  ),
  vehicle: kindOf(
    'vehicles',
    ({ plate, parkingSpace, ownerName }, door) => ({
      title: formatPlate(plate),
      text: [door, ownerName, parkingSpace].filter(Boolean).join('  '),
      names: [ownerName],
    }),
    ({ unitId }) => `/households/${unitId}`,
    ({ unitId }) => unitId,
  ),
  blacklist: kindOf(
    'blacklist',
    ({ name, reason }) => ({ title: name, text: reason, names: [name] }),
    () => '/households/blacklist',
  ),
}

/** Reads what hits show, in their order; kinds unknown here are left out. */
export async function readHits(db: DeskDatabase, hits: readonly SearchHit[]): Promise<HitLine[]> {
  const groups = await Promise.all(
    Object.entries(kinds).map(([kind, { read }]) =>
      read(
        db,
        hits.filter((hit) => hit.kind === kind),
      ),
    ),
  )
  const lines = new Map(groups.flat().map((line) => [line.id, line]))
  return hits.flatMap((hit) => lines.get(hit.id) ?? [])
}
