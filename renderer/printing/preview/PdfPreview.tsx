import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { PdfPage } from './PdfPage'
import { usePageShape } from './usePageShape'
import { usePdfDocument } from './usePdfDocument'

export interface PdfPreviewProps {
  /** The PDF itself: what is shown is what is printed. null while it is being made. */
  pdf: Uint8Array | null
  /** Accessible name, such as 预览：投诉来访记录. */
  label: string
  /** How often it is turned by 90° clockwise; printed sheets stand as they are. */
  turns?: number
  /** 1 is as large as a printed sheet is read. */
  zoom?: number
}

/** All pages of a PDF below each other, sharp on any screen, scrolled by keyboard as well. */
export function PdfPreview({ pdf, label, turns = 0, zoom = 1 }: PdfPreviewProps) {
  const { t } = useTranslation('printing')
  const document = usePdfDocument(pdf)
  const shape = usePageShape(document)
  const pages = document ? Array.from({ length: document.numPages }, (_, index) => index + 1) : []
  return (
    <Box
      component="section"
      aria-label={label}
      aria-busy={document === undefined}
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'action.hover', p: 3 }}
    >
      {document === undefined && <Typography>{t('preview.making')}</Typography>}
      {document === null && <Typography role="alert">{t('preview.failed')}</Typography>}
      {document &&
        shape !== null &&
        pages.map((number) => (
          <PdfPage
            key={number}
            document={document}
            number={number}
            shape={turns % 2 === 0 ? shape : lying(shape)}
            turns={turns}
            zoom={zoom}
            label={t('preview.page', { page: number, pages: pages.length })}
          />
        ))}
    </Box>
  )
}

/** A shape `width / height` on its side. */
function lying(shape: string): string {
  return shape.split(' / ').toReversed().join(' / ')
}
