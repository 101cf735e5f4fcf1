import Box from '@mui/material/Box'
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import { useDevicePixelRatio } from './useDevicePixelRatio'
import { useNearView } from './useNearView'

interface PdfPageProps {
  document: PDFDocumentProxy
  /** From 1. */
  number: number
  label: string
  /** `width / height` of the paper. */
  shape: string
  /** By 90° clockwise each. */
  turns: number
  zoom: number
}

/** Larger canvases would fill the memory; what is nearer still is only less sharp. */
const SHARPEST = 5

/** One page as a picture, with as many pixels as the screen has; drawn while it is near what is seen. */
export function PdfPage({ document, number, label, shape, turns, zoom }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ratio = useDevicePixelRatio()
  const near = useNearView(canvas)

  useEffect(() => {
    const seen = canvas.current
    if (!near || !seen) return undefined
    let task: RenderTask | null = null
    let gone = false
    async function draw(): Promise<void> {
      const page = await document.getPage(number)
      const target = canvas.current
      if (gone || !target) return
      // 1.25 shows 五号 type at the size of the screen's own text.
      const rotation = (page.rotate + turns * 90) % 360
      const viewport = page.getViewport({ scale: Math.min(1.25 * ratio * zoom, SHARPEST), rotation })
      target.width = Math.floor(viewport.width)
      target.height = Math.floor(viewport.height)
      task = page.render({ canvas: target, viewport })
      await task.promise
      // Tells tests, and nobody else, that the page is drawn.
      target.dataset.drawn = 'true'
    }
    draw().catch(() => undefined)
    return () => {
      gone = true
      task?.cancel()
      // Gives its memory back.
      seen.width = 0
      delete seen.dataset.drawn
    }
  }, [document, number, ratio, near, turns, zoom])

  return (
    <Box
      component="canvas"
      ref={canvas}
      role="img"
      aria-label={label}
      sx={{
        display: 'block',
        width: `${zoom * 100}%`,
        aspectRatio: shape,
        maxWidth: 744 * zoom,
        mx: 'auto',
        mb: 3,
        bgcolor: 'common.white',
        boxShadow: 1,
      }}
    />
  )
}
