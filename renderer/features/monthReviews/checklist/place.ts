import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { MonthId } from '../../../../shared/util/months'

/** Where somebody is in the checklist; it stands in the address, so that a record leads back to exactly there. */
export interface ChecklistPlace {
  /** Key of the chosen line; null for the first. */
  line: string | null
  /** Id of the chosen record; '' for the first one; null while the keyboard is among the lines. */
  at: string | null
  /** What a reason is being written for. */
  why: 'line' | 'record' | null
}

// A month that was left by another tab shows the same line again.
const left = new Map<MonthId, ChecklistPlace>()

function readPlace(params: URLSearchParams): ChecklistPlace {
  const why = params.get('why')
  return {
    line: params.get('line'),
    at: params.get('at'),
    why: why === 'line' || why === 'record' ? why : null,
  }
}

function paramsOf({ line, at, why }: ChecklistPlace): Record<string, string> {
  return {
    ...(line === null ? {} : { line }),
    ...(at === null ? {} : { at }),
    ...(why === null ? {} : { why }),
  }
}

/** The route of a place, as a record leads back to it and a draft goes on at it. */
export function routeOf(month: MonthId, place: ChecklistPlace): string {
  const query = new URLSearchParams(paramsOf(place)).toString()
  return `/monthReviews/${month}/checklist${query && `?${query}`}`
}

/**
 * The place in the checklist of a month, and how to go to another; going on among its lines is no step back. The cursor
 * moves at once, the address follows.
 */
export function useChecklistPlace(month: MonthId): [ChecklistPlace, (next: ChecklistPlace) => void] {
  const [params, setParams] = useSearchParams()
  const [place, setPlace] = useState(() => {
    const given = readPlace(params)
    return given.line === null ? (left.get(month) ?? given) : given
  })
  const go = (next: ChecklistPlace): void => {
    setPlace(next)
    left.set(month, { ...next, why: null })
    setParams(paramsOf(next), { replace: true })
  }
  return [place, go]
}
