/** What is counted and measured while a torture runs. */
export class Figures {
  /** @type {Map<string, number>} */
  #counts = new Map()
  /** @type {Map<string, number>} */
  #mosts = new Map()

  /** @param {string} name @param {number} [by] */
  count(name, by = 1) {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by)
  }

  /** Keeps the greatest. @param {string} name @param {number} value */
  most(name, value) {
    this.#mosts.set(name, Math.max(this.#mosts.get(name) ?? 0, Math.round(value)))
  }

  /** @returns {Record<string, number>} */
  all() {
    return { ...Object.fromEntries([...this.#counts].sort()), ...Object.fromEntries(this.#mosts) }
  }
}

/** @param {Record<string, number>} figures */
export function tableOf(figures) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(width)}  ${value.toLocaleString('en').padStart(9)}`)
    .join('\n')
}
