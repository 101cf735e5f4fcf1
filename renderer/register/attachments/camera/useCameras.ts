import { useEffect, useState } from 'react'

/** The cameras of this machine; their names are told only to whom may see through them. */
export function useCameras(): readonly MediaDeviceInfo[] {
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  useEffect(() => {
    let gone = false
    const look = async (): Promise<void> => {
      const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
      if (!gone) setCameras(devices.filter(({ kind }) => kind === 'videoinput'))
    }
    const plugged = (): void => void look()
    plugged()
    navigator.mediaDevices.addEventListener('devicechange', plugged)
    return () => {
      gone = true
      navigator.mediaDevices.removeEventListener('devicechange', plugged)
    }
  }, [])
  return cameras
}
