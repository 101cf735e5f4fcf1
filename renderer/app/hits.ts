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
  route: string
}

interface HitKind {
  read: (db: DeskDatabase, hits: readonly SearchHit[]) => Promise<HitLine[]>
}

function kindOf<K extends RecordTable>(
  table: K,
  describe: (row: RecordTables[K], door: string) => { title: string; text: string },
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
        return [{ id: hit.id, kind: hit.kind, route: route(row), ...said }]
      })
    },
  }
}

/** One entry a kind of search document: how it reads and where it leads. */
const kinds: Record<string, HitKind> = {
  complaint: kindOf(
    'complaints',
    ({ number, intake }) => ({
      title: number,
      text: `${intake.complainant.unitCode} ${intake.content}`.trim(),
    }),
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
      text: [intake.owner.unitCode, intake.owner.name, intake.item].filter(Boolean).join(' '),
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
      text: [plan.person.unitCode, plan.person.name, findings?.parts.management].filter(Boolean).join(' '),
    }),
    ({ id }) => `/visits/${id}`,
  ),
  returnVisit: kindOf(
    'returnVisits',
    ({ number, entry }) => ({
      title: number,
      text: [entry?.person.unitCode, entry?.person.name, entry?.content].filter(Boolean).join(' '),
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
    }),
    ({ unitIds }) => `/households/${unitIds[0] ?? ''}`,
    ({ unitIds }) => unitIds[0] ?? '',
  ),
  vehicle: kindOf(
    'vehicles',
    ({ plate, parkingSpace, ownerName }, door) => ({
      title: formatPlate(plate),
      text: [door, ownerName, parkingSpace].filter(Boolean).join('  '),
    }),
    ({ unitId }) => `/households/${unitId}`,
    ({ unitId }) => unitId,
  ),
  blacklist: kindOf(
    'blacklist',
    ({ name, reason }) => ({ title: name, text: reason }),
    () => '/households/blacklist',
  ),
}

/**
 * The lines whose own number was typed, before those that only speak of it, as the 更正单 of a record does: Enter opens
 * what was asked for.
 */
export function namedFirst(lines: readonly HitLine[], query: string): HitLine[] {
  const asked = query.toUpperCase()
  const isNamed = ({ title }: HitLine) => title.toUpperCase().endsWith(asked)
  return [...lines.filter(isNamed), ...lines.filter((line) => !isNamed(line))]
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
