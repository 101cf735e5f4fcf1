/** A text made from another, that still knows where each of its signs came from: UTF-16 units, ends excluded. */
export interface MappedText {
  text: string
  starts: readonly number[]
  ends: readonly number[]
}

/** The text as it is. */
export function asMapped(text: string): MappedText {
  const starts = Array.from({ length: text.length }, (_, at) => at)
  return { text, starts, ends: starts.map((at) => at + 1) }
}

/** Replaces what a global pattern finds; what is written instead came from all that it stands for. */
export function replaceMapped(
  from: MappedText,
  pattern: RegExp,
  written: (found: string) => string,
): MappedText {
  const [parts, starts, ends]: [string[], number[], number[]] = [[], [], []]
  let done = 0
  const keep = (until: number): void => {
    parts.push(from.text.slice(done, until))
    for (let at = done; at < until; at += 1) {
      starts.push(from.starts[at] ?? 0)
      ends.push(from.ends[at] ?? 0)
    }
  }
  for (const { index, 0: found } of from.text.matchAll(pattern)) {
    keep(index)
    done = index + found.length
    const instead = written(found)
    parts.push(instead)
    for (let at = 0; at < instead.length; at += 1) {
      starts.push(from.starts[index] ?? 0)
      ends.push(from.ends[done - 1] ?? 0)
    }
  }
  keep(from.text.length)
  return { text: parts.join(''), starts, ends }
}

/** Where in the first text a stretch of the made one came from. */
export function spanOf({ starts, ends }: MappedText, from: number, until: number): [number, number] {
  return [starts[from] ?? 0, ends[until - 1] ?? 0]
}
