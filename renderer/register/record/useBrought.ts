import { useLocation } from 'react-router'

/**
 * What another screen brought for an intake: `navigate('/incidents/new', { state: { intake: values } })`. So a complaint
 * begins an incident with what is known, and what was taken back comes back.
 */
export function useBrought<V>(): Partial<V> {
  const state: unknown = useLocation().state
  const holds = typeof state === 'object' && state !== null && 'intake' in state
  return holds ? (state.intake as Partial<V>) : {}
}
