import type { GuidanceMatter } from '../../../shared/domain/guidance/types'

/** The catalogue's files in the order in which they are listed; what speaks about a whole cause stands last. */
export const GUIDANCE_FILES = [
  'water',
  'noise',
  'neighbours',
  'animals',
  'safety',
  'cars',
  'facilities',
  'cleaning',
  'fees',
  'service',
  'emergency',
  'developer',
  'general',
] as const

// Fetched with the first form that shows them, so that they cost the start nothing.
const files = import.meta.glob<GuidanceMatter[]>('../../../resources/catalogues/guidance/*.json', {
  import: 'default',
})

let loading: Promise<GuidanceMatter[]> | null = null

async function read(): Promise<GuidanceMatter[]> {
  const parts = await Promise.all(
    GUIDANCE_FILES.map((name) => files[`../../../resources/catalogues/guidance/${name}.json`]?.() ?? []),
  )
  return parts.flat()
}

/** The matters that come with the app; read once a window. */
export function loadGuidance(): Promise<GuidanceMatter[]> {
  loading ??= read()
  return loading
}
