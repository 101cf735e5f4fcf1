import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import { useElapsed } from './useElapsed'
import { meterOf } from './meter'

const TYPE = 'audio/webm;codecs=opus'

/** Speech in good quality: an hour is about 14 MB. */
const BITS_PER_SECOND = 32_000

/** A recording under way. */
export interface Recording {
  /** asking: the microphone is being opened. */
  state: 'asking' | 'recording' | 'refused'
  refusal: Refusal | null
  /** Seconds so far. */
  seconds: number
  /** Loudness now, 0 to 1; to be asked again and again. */
  level: () => number
  /** Ends it; answers what was recorded, null where that is nothing. */
  stop: () => Promise<Blob | null>
}

interface Running {
  recorder: MediaRecorder
  chunks: Blob[]
  level: () => number
  end: () => void
}

/** Opens the microphone at once and records until `stop`; leaving lets go of it and throws away what was said. */
export function useRecorder(): Recording {
  const running = useRef<Running | null>(null)
  const [state, setState] = useState<Recording['state']>('asking')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const seconds = useElapsed(state === 'recording')
  useEffect(() => {
    let gone = false
    begin().then(
      (begun) => {
        if (gone) return begun.end()
        running.current = begun
        setState('recording')
      },
      (error: unknown) => {
        if (gone) return
        setRefusal(refusalOf(error))
        setState('refused')
      },
    )
    return () => {
      gone = true
      running.current?.end()
      running.current = null
    }
  }, [])
  const stop = useCallback(async () => (running.current ? finish(running.current) : null), [])
  const level = useCallback(() => running.current?.level() ?? 0, [])
  return { state, refusal, seconds, level, stop }
}

async function begin(): Promise<Running> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { mimeType: TYPE, audioBitsPerSecond: BITS_PER_SECOND })
  const chunks: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) chunks.push(data)
  })
  const meter = meterOf(stream)
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop()
    for (const track of stream.getTracks()) track.stop()
    meter.close()
  }
  // In portions, so that a microphone that is pulled out leaves what was said before.
  recorder.start(1000)
  return { recorder, chunks, level: meter.level, end }
}

async function finish({ recorder, chunks, end }: Running): Promise<Blob | null> {
  const stopped = new Promise<void>((done) => {
    if (recorder.state === 'inactive') done()
    else recorder.addEventListener('stop', () => done(), { once: true })
  })
  end()
  await stopped
  const recording = new Blob(chunks, { type: TYPE })
  return recording.size > 0 ? recording : null
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof DOMException ? error.name : ''
  return { key: name === 'NotAllowedError' ? 'attachment.microphoneRefused' : 'attachment.noMicrophone' }
}
