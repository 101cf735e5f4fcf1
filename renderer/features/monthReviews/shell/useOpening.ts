import { useEffect } from 'react'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { monthOf } from '../../../../shared/util/months'
import { openReviewCommand, useRun } from '../../../data'
import { announce, refusalText, useNow } from '../../../ui'
import { useMonth } from './month'

/** The review of a month begins when whoever reviews looks at it; a month that has not begun has none. */
export function useOpening(): void {
  const { month, record } = useMonth()
  const run = useRun()
  const begun = month <= monthOf(instantFromMs(useNow()))
  const opens = record === null && begun
  useEffect(() => {
    if (!opens) return
    void run(openReviewCommand, { month }).then((opened) => {
      if (!opened.ok) announce(refusalText(opened.refusal), 'problem')
    })
  }, [opens, month, run])
}
