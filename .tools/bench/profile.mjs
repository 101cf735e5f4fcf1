/** What a CPU profile of Chromium says of each function. */

/**
 * As the DevTools protocol has it (`Profiler.Profile`).
 * @typedef {object} Profile
 * @property {{ id: number, callFrame: { functionName: string, url: string, lineNumber: number }, children?: number[] }[]} nodes
 * @property {number} startTime µs
 * @property {number} endTime µs
 * @property {number[]} samples The node on top of the stack, one a look.
 * @property {number[]} timeDeltas µs since the look before.
 */

/**
 * @typedef {object} FunctionTime
 * @property {string} name Its name, and the line where it stands in the built page: `readRow :120`.
 * @property {number} self ms in the function itself.
 * @property {number} total ms in it and in what it called; a function that calls itself counts once.
 */

/** @typedef {{ ms: number, idle: number, functions: FunctionTime[] }} Summary */

/** What the engine names when nothing of the page runs. */
const IDLE = '(idle)'
/** The bottom of every stack. */
const ROOT = '(root)'

/**
 * ms of each function over the whole profile; `idle` is what the thread waited, which is in none of them.
 * @param {Profile} profile
 * @returns {Summary}
 */
export function summaryOf(profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  )
  /** @type {Map<string, FunctionTime>} */
  const functions = new Map()
  /** @param {string} name */
  const timeOf = (name) => {
    const known = functions.get(name) ?? { name, self: 0, total: 0 }
    functions.set(name, known)
    return known
  }
  for (const [id, ms] of timeOfNodes(profile)) {
    const stack = new Set()
    for (let at = nodes.get(id); at; at = nodes.get(parents.get(at.id) ?? -1)) stack.add(nameOf(at.callFrame))
    const [top = ROOT] = stack
    timeOf(top).self += ms
    for (const name of stack) timeOf(name).total += ms
  }
  const idle = timeOf(IDLE).self
  const shown = [...functions.values()].filter(({ name }) => name !== IDLE && name !== ROOT)
  return { ms: (profile.endTime - profile.startTime) / 1000, idle, functions: shown }
}

/**
 * A sample stands for the time until the next one.
 * @param {Profile} profile
 * @returns {Map<number, number>} ms by node
 */
function timeOfNodes({ samples, timeDeltas }) {
  const times = new Map()
  for (const [at, id] of samples.entries()) {
    times.set(id, (times.get(id) ?? 0) + Math.max(0, timeDeltas[at + 1] ?? 0) / 1000)
  }
  return times
}

/** @param {Profile['nodes'][number]['callFrame']} frame */
function nameOf({ functionName, url, lineNumber }) {
  const name = functionName === '' ? '(anonymous)' : functionName
  return url === '' ? name : `${name} :${lineNumber + 1}`
}

/**
 * The functions with the greatest time of their own, and those with the greatest in all, `most` of each.
 * @param {Summary} summary
 * @param {{ rounds: number, most: number }} of How often the operation ran while the profile was taken.
 */
export function profileTable({ ms, idle, functions }, { rounds, most }) {
  const perRound = (/** @type {number} */ time) => (time / rounds).toFixed(1).padStart(8)
  const section = (/** @type {'self' | 'total'} */ by) => [
    `    self    total  ms a round, by ${by}`,
    ...functions
      .toSorted((a, b) => b[by] - a[by])
      .slice(0, most)
      .map(({ name, self, total }) => `${perRound(self)} ${perRound(total)}  ${name}`),
  ]
  const head = `${rounds} rounds: ${perRound(ms).trim()} ms a round, ${perRound(idle).trim()} of it waiting`
  return [head, ...section('self'), ...section('total')].join('\n')
}
