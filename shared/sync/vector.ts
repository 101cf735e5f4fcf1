/**
 * How far each machine's chain had come when a record was last changed there: device id → sequence. It tells without
 * any clock whether one version of a record knows another, also after a server or a machine came back from a backup.
 */
export type Vector = Readonly<Record<string, number>>

/** `same`; `older`: the second knows all of the first; `newer`: the other way round; `concurrent`: neither. */
export type VectorOrder = 'same' | 'older' | 'newer' | 'concurrent'

/** How the first stands to the second. A machine that is not named counts as 0. */
export function orderOf(first: Vector, second: Vector): VectorOrder {
  const devices = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  const behind = devices.some((id) => (first[id] ?? 0) < (second[id] ?? 0))
  const ahead = devices.some((id) => (first[id] ?? 0) > (second[id] ?? 0))
  if (behind && ahead) return 'concurrent'
  if (behind) return 'older'
  return ahead ? 'newer' : 'same'
}

/** Whoever knows both knows this. */
export function join(first: Vector, second: Vector): Vector {
  const joined: Record<string, number> = { ...first }
  for (const [id, seq] of Object.entries(second)) joined[id] = Math.max(joined[id] ?? 0, seq)
  return joined
}
