import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../../../shared/util/result'
import { useSession } from '../../../data'
import { desk } from '../../../platform/desk'
import { refusalOf } from './refusalOf'

/** A camera that is open, or being opened. */
export interface Camera {
  /** '' for the machine's own choice. */
  deviceId: string
  choose: (deviceId: string) => void
  /** opening: asked for; live: its picture moves; refused: see `refusal`. */
  state: 'opening' | 'live' | 'refused'
  refusal: Refusal | null
  /** For the element that shows its picture. */
  video: (element: HTMLVideoElement | null) => void
  /** The picture of this moment; null where there is none. */
  shoot: () => Promise<Blob | null>
  /** Opens it once more. */
  again: () => void
}

/** As sharp as it can, up to the size in which pictures are kept. */
const WANTED = { width: { ideal: 2560 }, height: { ideal: 1440 } }

/** A shot is packed once more when it is scaled: better than what is kept. */
const SHOT_QUALITY = 0.95

/**
 * The picture of a camera as long as this is mounted and can be seen: a
 * camera that watches unseen would be a spy, and keeps other programs from it.
 */
export function useCamera(): Camera {
  const seen = useSeen()
  const element = useRef<HTMLVideoElement | null>(null)
  const stream = useRef<MediaStream | null>(null)
  const [state, setState] = useState<Camera['state']>('opening')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // A new object each time it is asked for, so that the same camera can be tried once more.
  const [asked, setAsked] = useState({ deviceId: '' })

  useEffect(() => {
    if (!seen) return undefined
    let gone = false
    const refused = (why: Refusal): void => {
      if (gone) return
      // Opened, but its picture cannot be shown: it must not go on watching behind the sentence.
      stopAll(stream.current)
      stream.current = null
      setRefusal(why)
      setState('refused')
    }
    const open = async (): Promise<void> => {
      setRefusal(null)
      setState('opening')
      try {
        await desk.invoke('window.useCamera', { on: true })
        const opened = await navigator.mediaDevices.getUserMedia({ video: videoOf(asked.deviceId) })
        if (gone) return stopAll(opened)
        stream.current = opened
        opened.getVideoTracks()[0]?.addEventListener('ended', () => refused({ key: 'attachment.cameraGone' }))
        await show(element.current, opened)
        if (!gone) setState('live')
      } catch (error) {
        refused(refusalOf(error))
      }
    }
    void open()
    return () => {
      gone = true
      stopAll(stream.current)
      stream.current = null
      if (element.current) element.current.srcObject = null
      void desk.invoke('window.useCamera', { on: false })
    }
  }, [asked, seen])

  return {
    deviceId: asked.deviceId,
    choose: useCallback((deviceId: string) => setAsked({ deviceId }), []),
    state,
    refusal,
    video: useCallback((next: HTMLVideoElement | null) => {
      element.current = next
    }, []),
    shoot: useCallback(async () => (element.current ? pictureOf(element.current) : null), []),
    again: useCallback(() => setAsked((before) => ({ ...before })), []),
  }
}

/** False while the desk is locked, or its window minimised or covered: nobody looks. */
function useSeen(): boolean {
  const { locked } = useSession()
  const [seen, setSeen] = useState(!document.hidden)
  useEffect(() => {
    const changed = (): void => setSeen(!document.hidden)
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  }, [])
  return seen && !locked
}

function videoOf(deviceId: string): MediaTrackConstraints {
  return deviceId === '' ? WANTED : { ...WANTED, deviceId: { exact: deviceId } }
}

async function show(element: HTMLVideoElement | null, stream: MediaStream): Promise<void> {
  if (!element) return
  element.srcObject = stream
  await element.play()
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

async function pictureOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return null
  const canvas = new OffscreenCanvas(videoWidth, videoHeight)
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: SHOT_QUALITY })
}
