import { useReady } from '../useReady'

/** Mounted beside a screen: tells main that the screen stands. */
export function Ready({ screen }: { screen: string }) {
  useReady(screen)
  return null
}
