/** A view as CouchDB keeps it. */
export interface View {
  map: string
  reduce?: '_count' | '_sum' | '_stats'
}

/**
 * When a record came in, for head office's months, at estate time (domain 3). As the review of a month counts it
 * (`MonthFacts.begunAt`), but for blank sheets, which have no words to tell them by here.
 */
const CAME_IN = `function cameIn(doc) {
    var row = doc.row;
    if (row.state === 'reserved') return null;
    if (doc.table === 'complaints' || doc.table === 'lostReports') return row.intake.registeredAt;
    if (doc.table === 'lostItems') return row.intake.handedInAt;
    if (doc.table === 'visits') return row.findings ? row.findings.visitedAt : null;
    if (doc.table === 'returnVisits') return row.entry ? row.entry.visitedAt : null;
    if (doc.table === 'incidents' || doc.table === 'corrections') return row.createdAt;
    return null;
  }
  function monthOf(at) {
    return new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString().slice(0, 7);
  }`

/** What head office reads most (docs: reading the data): records by their state, registers by month, causes, losses. */
export const VIEWS: Readonly<Record<string, View>> = {
  /** `[table, state]` → the record's number. */
  by_table_state: {
    map: `function (doc) {
  if (doc.type === 'record' && doc.row.register) emit([doc.table, doc.row.state], doc.row.number);
}`,
    reduce: '_count',
  },
  /** `[table, '2026-11']` → the record's number, for all that came in then. */
  by_register_month: {
    map: `function (doc) {
  ${CAME_IN}
  if (doc.type !== 'record' || !doc.row.register) return;
  var at = cameIn(doc);
  if (at) emit([doc.table, monthOf(at)], doc.row.number);
}`,
    reduce: '_count',
  },
  /** `[cause, '2026-11']` → 1, for judged complaints that are not void. */
  complaints_by_cause: {
    map: `function (doc) {
  ${CAME_IN}
  if (doc.type !== 'record' || doc.table !== 'complaints' || !doc.row.judgement || doc.row.void) return;
  var at = cameIn(doc);
  if (at) emit([doc.row.judgement.cause, monthOf(at)], 1);
}`,
    reduce: '_sum',
  },
  /** `[kind, '2026-11']` → 财产损失 in 元, of incidents that are not void. */
  losses_by_kind: {
    map: `function (doc) {
  ${CAME_IN}
  var sum = 0, i, at;
  if (doc.type !== 'record' || doc.table !== 'incidents' || doc.row.void) return;
  at = cameIn(doc);
  if (!at) return;
  for (i = 0; i < doc.row.losses.length; i += 1) sum += doc.row.losses[i].amount || 0;
  emit([doc.row.report.kind, monthOf(at)], sum);
}`,
    reduce: '_sum',
  },
}

/** A Mango index, as `POST /<database>/_index` takes it. */
export interface MangoIndex {
  ddoc: string
  name: string
  type: 'json'
  index: { fields: readonly string[] }
}

/** By what head office asks with Mango queries: `{ type, table, … }`. */
export const MANGO_INDEXES: readonly MangoIndex[] = [
  mango('table-number', ['type', 'table', 'row.number']),
  mango('table-state', ['type', 'table', 'row.state']),
  mango('table-created', ['type', 'table', 'row.createdAt']),
  mango('complaints-registered', ['type', 'table', 'row.intake.registeredAt']),
  mango('incidents-occurred', ['type', 'table', 'row.report.occurredAt']),
]

function mango(name: string, fields: readonly string[]): MangoIndex {
  return { ddoc: 'front-desk-queries', name, type: 'json', index: { fields } }
}
