/** One page of a keyset-paged list: the rows after `after`, up to `until` once a further page follows. */
export interface Page<Row> {
  after: string | null
  /** Ends the page for good, so that a row that comes in between makes this page longer and no other one move. */
  until: string | null
  /** Null until it was read first. */
  rows: readonly Row[] | null
  next: string | null
}

export interface Pages<Row> {
  /** What was asked: another question starts anew. */
  question: string
  pages: readonly Page<Row>[]
  /** Rows of the question before, shown until the first page of this one is there. */
  before: readonly Row[]
}

const FIRST = { after: null, until: null, rows: null, next: null }

/** Sorts right after `key` and before every other key: ends a page including its last row. */
const after = (key: string) => `${key}\u0000`

export function startPages<Row>(question: string, before: readonly Row[] = []): Pages<Row> {
  return { question, pages: [FIRST], before }
}

/** Takes over the answer to page `index`. */
export function pageRead<Row>(
  state: Pages<Row>,
  index: number,
  answer: { rows: readonly Row[]; next: string | null },
): Pages<Row> {
  const page = state.pages[index]
  if (!page || page.rows === answer.rows) return state
  const pages = state.pages.with(index, { ...page, ...answer })
  // A closed page that overflowed would hide rows: everything after it is read anew.
  return {
    ...state,
    pages:
      page.until !== null && answer.next !== null
        ? pages.slice(0, index + 1).with(index, { ...page, ...answer, until: null })
        : pages,
  }
}

/** Asks for one more page; nothing changes while the last one is being read, or is the end. */
export function nextPage<Row>(state: Pages<Row>): Pages<Row> {
  const last = state.pages.at(-1)
  if (!last?.rows || last.next === null) return state
  const closed = { ...last, until: after(last.next) }
  return { ...state, pages: [...state.pages.slice(0, -1), closed, { ...FIRST, after: last.next }] }
}

/** All rows read so far, in order. */
export function rowsOf<Row>(state: Pages<Row>): readonly Row[] {
  if (state.pages[0]?.rows === null) return state.before
  return state.pages.flatMap((page) => page.rows ?? [])
}

export function hasMore<Row>(state: Pages<Row>): boolean {
  const last = state.pages.at(-1)
  return last?.rows !== null && last?.next !== null
}
