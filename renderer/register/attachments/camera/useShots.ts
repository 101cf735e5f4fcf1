import { useCallback, useEffect, useRef, useState } from 'react'
import { formatDateTime } from '../../../ui'
import { useTranslation } from 'react-i18next'

/** A shot that is not kept yet. */
export interface Shot {
  file: File
  /** For its small picture; released with it. */
  url: string
}

export interface Shots {
  shots: readonly Shot[]
  add: (picture: Blob) => void
  /** 重拍: without the newest. */
  dropLast: () => void
  /** Hands all of them over; none is left. */
  take: () => File[]
}

/** Shots in a row. `onLeft` gets those that were neither kept nor thrown away when the screen was left. */
export function useShots(onLeft: (files: File[]) => void): Shots {
  const { t } = useTranslation('attachments')
  const [shots, setShots] = useState<readonly Shot[]>([])
  const held = useRef<readonly Shot[]>([])
  const newest = useRef(onLeft)
  useEffect(() => {
    newest.current = onLeft
  })
  const change = useCallback((next: readonly Shot[]) => {
    for (const { url } of held.current.filter((one) => !next.includes(one))) URL.revokeObjectURL(url)
    held.current = next
    setShots(next)
  }, [])
  const take = useCallback(() => {
    const files = held.current.map(({ file }) => file)
    change([])
    return files
  }, [change])
  useEffect(
    () => () => {
      const left = held.current.map(({ file }) => file)
      for (const { url } of held.current) URL.revokeObjectURL(url)
      held.current = []
      if (left.length > 0) newest.current(left)
    },
    [],
  )
  return {
    shots,
    add: (picture) => {
      const at = formatDateTime(new Date().toISOString()).replace(':', '')
      const name = t('camera.shotName', { at, nth: held.current.length + 1 })
      const file = new File([picture], name, { type: picture.type })
      change([...held.current, { file, url: URL.createObjectURL(picture) }])
    },
    dropLast: () => change(held.current.slice(0, -1)),
    take,
  }
}
