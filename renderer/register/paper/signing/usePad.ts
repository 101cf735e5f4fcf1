import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { type Drawing, drawingOf, type Pointer } from '../../../../shared/domain/register/drawing'

/** Ink on paper, whatever the screen's colours are. */
const INK = '#10161a'

export interface Pad {
  /** For the canvas that is signed on. */
  canvas: (element: HTMLCanvasElement | null) => void
  /** Something was drawn. */
  inked: boolean
  clear: () => void
  /** What was drawn, and with what; null where nothing was signed. */
  read: () => { drawing: Drawing; pointer: Pointer } | null
}

/** A pad to sign on: pen, finger or mouse, as sharp as the screen is. */
export function usePad(): Pad {
  const [element, setElement] = useState<HTMLCanvasElement | null>(null)
  const [inked, setInked] = useState(false)
  const pad = useRef<SignaturePad | null>(null)
  const pointer = useRef<Pointer>('mouse')
  useEffect(() => {
    if (!element) return undefined
    const made = new SignaturePad(element, { penColor: INK, minWidth: 1, maxWidth: 2.5 })
    pad.current = made
    const began = ({ pointerType }: PointerEvent): void => {
      pointer.current = pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'
    }
    const ended = (): void => setInked(!made.isEmpty())
    const stopFitting = fitted(element, made)
    element.addEventListener('pointerdown', began)
    made.addEventListener('endStroke', ended)
    return () => {
      stopFitting()
      element.removeEventListener('pointerdown', began)
      made.off()
      pad.current = null
    }
  }, [element])
  return {
    canvas: setElement,
    inked,
    clear: () => {
      pad.current?.clear()
      setInked(false)
    },
    read: () => {
      const drawing = drawingOf((pad.current?.toData() ?? []).map(({ points }) => points))
      return drawing && { drawing, pointer: pointer.current }
    },
  }
}

/** Keeps a dot of the canvas a dot of the screen; what was drawn stays as it is when the window changes. */
function fitted(element: HTMLCanvasElement, pad: SignaturePad): () => void {
  const fit = (): void => {
    const ratio = Math.max(1, devicePixelRatio)
    const drawn = pad.toData()
    element.width = element.offsetWidth * ratio
    element.height = element.offsetHeight * ratio
    element.getContext('2d')?.scale(ratio, ratio)
    pad.clear()
    if (drawn.length > 0) pad.fromData(drawn)
  }
  const watcher = new ResizeObserver(fit)
  watcher.observe(element)
  return () => watcher.disconnect()
}
