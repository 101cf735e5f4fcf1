import { type ReactNode, useCallback, useEffect, useReducer } from 'react'
import {
  isOfSets,
  type ListFilter,
  listRecords,
  pageIds,
  readPage,
  type RecordTable,
  type RecordTables,
  useData,
  useQuery,
} from '../../data'
import { hasMore, nextPage, type Page, type Pages, pageRead, rowsOf, startPages } from './pages'

const PAGE = 100
/** A closed page may have grown by what came in since. */
const GROWN = PAGE * 4
/** Rows looked at for one page: where few of them fit, the next page goes on, and the screen never waits long. */
const SCAN = 1000

type Row = RecordTables[RecordTable]

type Action =
  | { type: 'ask'; question: string }
  | { type: 'read'; question: string; index: number; rows: readonly Row[]; next: string | null }
  | { type: 'more' }

function reduce(state: Pages<Row>, action: Action): Pages<Row> {
  if (action.type === 'ask') {
    return action.question === state.question ? state : startPages(action.question, rowsOf(state))
  }
  if (action.type === 'more') return nextPage(state)
  return action.question === state.question ? pageRead(state, action.index, action) : state
}

export interface Listed<K extends RecordTable> {
  rows: readonly RecordTables[K][]
  hasMore: boolean
  loadMore: () => void
  loading: boolean
  /** To be rendered anywhere: they read the pages and draw nothing. */
  readers: ReactNode
}

/**
 * Rows of a table that a filter holds, read page by page and kept up to date. Each page is a live query of its own, so
 * that a change reads one page and not all that were scrolled through.
 * @param kind under which the records are searched: the sets of a list of several are in the search.
 */
export function useListed<K extends RecordTable>(filter: ListFilter & { table: K }, kind: string): Listed<K> {
  const question = JSON.stringify(filter)
  const [state, act] = useReducer(reduce, question, (first) => startPages<Row>(first))
  useEffect(() => act({ type: 'ask', question }), [question])
  const loadMore = useCallback(() => act({ type: 'more' }), [])
  const readers = state.pages.map((page, index) => (
    <PageReader
      // A page is what it starts after; the question is part of it.
      key={`${state.question}${page.after ?? ''}`}
      question={state.question}
      index={index}
      page={page}
      kind={kind}
      act={act}
    />
  ))
  return {
    // The question names the table, so that its rows are of that table.
    rows: rowsOf(state) as readonly RecordTables[K][],
    hasMore: hasMore(state),
    loadMore,
    loading: state.pages.some((page) => page.rows === null),
    readers,
  }
}

interface PageReaderProps {
  question: string
  index: number
  page: Page<Row>
  kind: string
  act: (action: Action) => void
}

function PageReader({ question, index, page, kind, act }: PageReaderProps) {
  const { after, until } = page
  const { search } = useData()
  const asked = JSON.parse(question) as ListFilter
  const request =
    until === null ? { ...asked, after, limit: PAGE, scan: SCAN } : { ...asked, after, until, limit: GROWN }
  const ofSets = isOfSets(asked)
  // Asked after every command; the rows are read again where they or the ids have changed.
  const found = useQuery(
    async (db) => (ofSets ? pageIds(db, { search, kind }, request) : null),
    [question, after, until, kind],
  )
  const ids = ofSets ? found : null
  const known = ids ? ids.join(' ') : ids
  const answer = useQuery(
    async (db) => {
      if (ids === undefined) return undefined
      return ids === null ? listRecords(db, request) : readPage(db, request, ids)
    },
    [question, after, until, known],
  )
  useEffect(() => {
    if (answer) act({ type: 'read', question, index, ...answer })
  }, [answer, act, question, index])
  return null
}
