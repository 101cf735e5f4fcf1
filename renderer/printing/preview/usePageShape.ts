import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'

/** `width / height` of the first page, so that pages not drawn yet take the room that they will need. */
export function usePageShape(document: PDFDocumentProxy | null | undefined): string | null {
  const [known, setKnown] = useState<{ of: PDFDocumentProxy; shape: string } | null>(null)
  useEffect(() => {
    if (!document) return undefined
    let gone = false
    document.getPage(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 })
        if (!gone) setKnown({ of: document, shape: `${width} / ${height}` })
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [document])
  return known && known.of === document ? known.shape : null
}
