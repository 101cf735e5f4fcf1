import { useCallback, useEffect } from 'react'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { monthOf } from '../../../../shared/util/months'
import { openReviewCommand, opensByItself, useQuery, useRun } from '../../../data'
import { announce, refusalText, useNow } from '../../../ui'
import { useMonth } from './month'

/** The review of a month begins when whoever reviews looks at it; see `opensByItself`. */
export function useOpening(): void {
  const { month, record } = useMonth()
  const now = instantFromMs(useNow())
  const expected = useQuery((db) => opensByItself(db, month, now), [month, monthOf(now)])
  const open = useOpen()
  const opens = record === null && expected === true
  useEffect(() => {
    if (opens) open()
  }, [opens, open])
}

/** Begins the review of the month that is open. */
export function useOpen(): () => void {
  const { month } = useMonth()
  const run = useRun()
  return useCallback(() => {
    void run(openReviewCommand, { month }).then((opened) => {
      if (!opened.ok) announce(refusalText(opened.refusal), 'problem')
    })
  }, [month, run])
}
