import { useLocation } from 'react-router'

function useStateOf(): object {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null ? state : {}
}

/**
 * What another screen brought for an intake: `navigate('/incidents/new', { state: { intake: values } })`. So a complaint
 * begins an incident with what is known, and what was taken back comes back.
 */
export function useBrought<V>(): Partial<V> {
  const state = useStateOf()
  return 'intake' in state ? (state.intake as Partial<V>) : {}
}

/**
 * Which draft an intake goes on with: the one that was opened from 草稿 (`state: { draft: id }`); where something was
 * brought, one of its own, so that a matter left half-written before is not taken for this one; else null, the newest.
 */
export function useIntakeDraft(): string | null {
  const { key } = useLocation()
  const state = useStateOf()
  if ('draft' in state && typeof state.draft === 'string') return state.draft
  return 'intake' in state ? `brought-${key}` : null
}
