import type { Grey } from './grey'

/** The mean of a square of `2 * radius + 1` points around each point. */
function meansOf({ width, height, data }: Grey, radius: number): Uint8Array {
  const means = new Uint8Array(width * height)
  const columns = new Int32Array(width)
  const row = (y: number): number => Math.min(height - 1, Math.max(0, y)) * width
  for (let y = -radius; y <= radius; y += 1) {
    for (let x = 0; x < width; x += 1) columns[x] = (columns[x] ?? 0) + (data[row(y) + x] ?? 0)
  }
  const column = (x: number): number => columns[Math.min(width - 1, Math.max(0, x))] ?? 0
  const points = (2 * radius + 1) ** 2
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = -radius; x <= radius; x += 1) sum += column(x)
    for (let x = 0; x < width; x += 1) {
      means[y * width + x] = sum / points
      sum += column(x + radius + 1) - column(x - radius)
    }
    const below = row(y + radius + 1)
    const above = row(y - radius)
    for (let x = 0; x < width; x += 1) {
      columns[x] = (columns[x] ?? 0) + (data[below + x] ?? 0) - (data[above + x] ?? 0)
    }
  }
  return means
}

/**
 * Lamp, shadow and faded ink taken out: each point against the mean of its surroundings, black pulled from white.
 * `radius` in points: some squares of a code, so that a code holds both black and white within it.
 */
export function evenLight(grey: Grey, radius: number): Grey {
  const means = meansOf(grey, radius)
  const data = new Uint8Array(means.length)
  for (let at = 0; at < data.length; at += 1) {
    // Paper is a little brighter than its mean, ink much darker; in the dark nothing is divided by next to nothing.
    const share = (grey.data[at] ?? 0) / Math.max(8, means[at] ?? 0)
    data[at] = Math.min(255, Math.max(0, 128 + (share - 0.85) * 384))
  }
  return { width: grey.width, height: grey.height, data }
}

/** Edges made steeper by `strength` of what a point differs from its surroundings: against a blur of that radius. */
export function sharpened(grey: Grey, radius: number, strength: number): Grey {
  const means = meansOf(grey, radius)
  const data = new Uint8Array(means.length)
  for (let at = 0; at < data.length; at += 1) {
    const shade = grey.data[at] ?? 0
    data[at] = Math.min(255, Math.max(0, shade + strength * (shade - (means[at] ?? 0))))
  }
  return { width: grey.width, height: grey.height, data }
}
