import { useEffect, useRef, useState } from 'react'

/** Where files may be dropped, and what becomes of them; may be new every time. */
interface Drops {
  isOurs: (target: Element) => boolean
  onFiles: (files: File[]) => void
}

/** Files dropped where `isOurs` says so, while `enabled`. Answers whether files are dragged over that place now. */
export function useFileDrops(enabled: boolean, drops: Drops): boolean {
  const [over, setOver] = useState(false)
  const newest = useRef(drops)
  useEffect(() => {
    newest.current = drops
  })
  useEffect(() => {
    if (!enabled) return undefined
    const isOurs = ({ dataTransfer, target }: DragEvent): boolean =>
      Boolean(dataTransfer?.types.includes('Files')) && newest.current.isOurs(elementAt(target))
    const dragOver = (event: DragEvent): void => {
      const mine = isOurs(event)
      setOver(mine)
      if (mine) event.preventDefault()
    }
    const dragLeave = (event: DragEvent): void => {
      // Without a next element the pointer has left the window.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!isOurs(event)) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) newest.current.onFiles(files)
    }
    document.addEventListener('dragover', dragOver)
    document.addEventListener('dragleave', dragLeave)
    document.addEventListener('drop', drop)
    return () => {
      setOver(false)
      document.removeEventListener('dragover', dragOver)
      document.removeEventListener('dragleave', dragLeave)
      document.removeEventListener('drop', drop)
    }
  }, [enabled])
  return over
}

/** What was dropped on; the whole page where that is no part of it. */
function elementAt(target: EventTarget | null): Element {
  if (target instanceof Element) return target
  return (target instanceof Node && target.parentElement) || document.documentElement
}
