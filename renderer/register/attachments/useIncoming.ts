import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Files that are dragged onto `frame`, or pasted with Ctrl+V anywhere on the screen, while this is mounted and
 * `enabled`. What is dropped elsewhere is paper that came back (domain 10). Answers whether something is being dragged
 * over the frame now.
 */
export function useIncoming(
  frame: RefObject<Element | null>,
  enabled: boolean,
  onFiles: (files: File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const newest = useRef(onFiles)
  useEffect(() => {
    newest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return undefined
    const isOurs = (event: DragEvent): boolean =>
      carriesFiles(event) && event.target instanceof Node && Boolean(frame.current?.contains(event.target))
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
      newest.current([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent): void => {
      const files = pastedFiles(event)
      if (files.length === 0 || isInDialog(event.target)) return
      event.preventDefault()
      newest.current(files)
    }
    document.addEventListener('dragover', dragOver)
    document.addEventListener('dragleave', dragLeave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      setOver(false)
      document.removeEventListener('dragover', dragOver)
      document.removeEventListener('dragleave', dragLeave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [enabled, frame])
  return over
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

/** Cells of a table come as a picture too: where there are words to paste, they are what is meant. */
function pastedFiles({ clipboardData }: ClipboardEvent): File[] {
  if (!clipboardData || clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files]
}

/** A dialog is about something else than what lies underneath. */
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.MuiModal-root') !== null
}
