import { useEffect, useRef, useState } from 'react'

/** Marks what keeps files dropped on it for itself: 附件 of a record. */
export const OWN_DROPS = '[data-own-drops]'

/**
 * Files dropped anywhere on the window, but not on dialogs or on what keeps drops for itself. Answers whether files
 * are dragged over the window now.
 */
export function useDropTarget(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const newest = useRef(onFiles)
  useEffect(() => {
    newest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return undefined
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
      if (files.length > 0) newest.current(files)
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

function isOurs({ dataTransfer, target }: DragEvent): boolean {
  if (!dataTransfer?.types.includes('Files')) return false
  return !(target instanceof Element && target.closest(`.MuiModal-root, ${OWN_DROPS}`))
}
