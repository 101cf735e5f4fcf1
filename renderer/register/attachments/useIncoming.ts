import { type RefObject, useEffect, useRef } from 'react'
import { useFileDrops } from '../../ui'

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
  const newest = useRef(onFiles)
  useEffect(() => {
    newest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return undefined
    const paste = (event: ClipboardEvent): void => {
      const files = pastedFiles(event)
      if (files.length === 0 || isInDialog(event.target)) return
      event.preventDefault()
      newest.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [enabled])
  return useFileDrops(enabled, { isOurs: (target) => frame.current?.contains(target) ?? false, onFiles })
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
