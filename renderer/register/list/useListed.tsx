import { type ReactNode, useCallback, useEffect, useReducer } from 'react'
import { listRecords, type RecordTable, type RecordTables, useQuery } from '../../data'
import { hasMore, nextPage, type Page, type Pages, pageRead, rowsOf, startPages } from './pages'

const PAGE = 100
/** A closed page may have grown by what came in since. */
const GROWN = PAGE * 4

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
 * Rows of a table that are in all `facets`, in order of what is due next, read page by page and kept up to date. Each page
 * is a live query of its own, so that a change reads one page and not all that were scrolled through.
 * @param before ends the list at a due instant: overdue records only.
 */
export function useListed<K extends RecordTable>(
  table: K,
  facets: readonly string[],
  before: string | undefined,
): Listed<K> {
  const question = JSON.stringify([table, facets, before ?? ''])
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
  act: (action: Action) => void
}

function PageReader({ question, index, page, act }: PageReaderProps) {
  const { after, until } = page
  const answer = useQuery(
    (db) => {
      const [table, facets, end] = JSON.parse(question) as [RecordTable, string[], string]
      const limit = until === null ? PAGE : GROWN
      return listRecords(db, {
        table,
        facets,
        before: (until ?? end) || undefined,
        after,
        limit,
      })
    },
    [question, after, until],
  )
  useEffect(() => {
    if (answer) act({ type: 'read', question, index, ...answer })
  }, [answer, act, question, index])
  return null
}
