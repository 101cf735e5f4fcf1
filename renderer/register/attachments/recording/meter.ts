/** How loud a microphone is, from 0 to 1. */
export interface Meter {
  level: () => number
  close: () => void
}

/** Speech is quiet against what a microphone can take: this makes half of the bar an ordinary voice. */
const GAIN = 4

/** Listens in on a stream without making it heard. */
export function meterOf(stream: MediaStream): Meter {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples)
      return loudness(samples)
    },
    close: () => void context.close(),
  }
}

/** Root mean square of samples between -1 and 1, as the bar shows it. */
export function loudness(samples: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < samples.length; at += 1) sum += (samples[at] ?? 0) ** 2
  return samples.length === 0 ? 0 : Math.min(1, GAIN * Math.sqrt(sum / samples.length))
}
