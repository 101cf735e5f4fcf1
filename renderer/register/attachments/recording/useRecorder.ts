import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import { useElapsed } from './useElapsed'
import { meterOf } from './meter'

const TYPE = 'audio/webm;codecs=opus'

/** Speech in good quality: an hour is about 14 MB. */
const BITS_PER_SECOND = 32_000

/** Room for the seconds that are under way when the limit is noticed. */
const MARGIN_BYTES = 128 * 1024

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
  /** Ends it and throws away what was said. */
  discard: () => void
}

/** What becomes of a recording that nobody stops. */
export interface Unstopped {
  /** Bytes that may be kept. */
  limit: () => Promise<number>
  /** The limit is near, or the microphone is gone: to be stopped now, while all of it can be kept. */
  onEnd: () => void
  /** The screen was left in the middle: what was said until then. */
  onLeft: (recording: Blob) => void
}

interface Running {
  recorder: MediaRecorder
  chunks: Blob[]
  level: () => number
  end: () => void
}

/** Opens the microphone at once and records until `stop`. */
export function useRecorder(unstopped: Unstopped): Recording {
  const running = useRef<Running | null>(null)
  const newest = useRef(unstopped)
  useEffect(() => {
    newest.current = unstopped
  })
  const [state, setState] = useState<Recording['state']>('asking')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const seconds = useElapsed(state === 'recording')
  const take = useCallback(() => {
    const taken = running.current
    running.current = null
    return taken
  }, [])
  const stop = useCallback(async () => {
    const taken = take()
    return taken && finish(taken)
  }, [take])
  useEffect(() => {
    let gone = false
    const open = async (): Promise<void> => {
      try {
        const limit = await newest.current.limit()
        const begun = await begin(limit - MARGIN_BYTES, () => newest.current.onEnd())
        if (gone) return begun.end()
        running.current = begun
        setState('recording')
      } catch (error) {
        setRefusal(refusalOf(error))
        setState('refused')
      }
    }
    void open()
    const { onLeft } = newest.current
    return () => {
      gone = true
      void stop().then((recording) => recording && onLeft(recording))
    }
  }, [stop])
  const discard = useCallback(() => take()?.end(), [take])
  const level = useCallback(() => running.current?.level() ?? 0, [])
  return { state, refusal, seconds, level, stop, discard }
}

async function begin(mostBytes: number, onEnd: () => void): Promise<Running> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { mimeType: TYPE, audioBitsPerSecond: BITS_PER_SECOND })
  const chunks: Blob[] = []
  let size = 0
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) chunks.push(data)
    size += data.size
    if (size > mostBytes && recorder.state === 'recording') onEnd()
  })
  // Pulled out, or taken away by the system; not where it is stopped here.
  for (const track of stream.getTracks()) track.addEventListener('ended', onEnd)
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
