import { isListed, type ListFilter, type RecordTable, useQuery } from '../../data'

interface Shown<K extends RecordTable> {
  filter: ListFilter & { table: K }
  rows: readonly { id: string }[]
  loading: boolean
  hasMore: boolean
}

/** Whether the record that is open is none of those a list is of; false as long as that is not known. */
export function useOutside<K extends RecordTable>(
  openId: string | null,
  { filter, rows, loading, hasMore }: Shown<K>,
  searching: boolean,
): boolean {
  const among = openId === null || rows.some(({ id }) => id === openId)
  const asked = among || searching ? '' : JSON.stringify(filter)
  const answer = useQuery(
    async (db) => {
      const listed = !asked || (await isListed(db, JSON.parse(asked) as ListFilter, openId ?? ''))
      return { asked, openId, listed }
    },
    [asked, openId],
  )
  if (among) return false
  // What holds the words is known by the hits alone.
  if (searching) return !loading && !hasMore
  return answer?.asked === asked && answer.openId === openId && !answer.listed
}
