import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHOICE_WORDS, TEMPLATE_HEADERS } from '../../../../shared/domain/household/import'
import { useExport } from '../export/useExport'

/** 选择文件, by button or by dropping the file, and what a file should look like. */
export function FileChooser({ onChoose }: { onChoose: (file: File) => void }) {
  const { t } = useTranslation('households')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { working, run } = useExport()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onChoose(file)
  }
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{
        display: 'grid',
        gap: 3,
        p: 4,
        border: '1px dashed',
        borderColor: over ? 'primary.main' : 'text.disabled',
        borderRadius: '4px',
        bgcolor: over ? 'action.selected' : 'background.paper',
      }}
    >
      <div>{t('import.intro')}</div>
      <div>{t('import.rules')}</div>
      <Box sx={{ color: 'text.secondary' }}>
        <div>{t('import.columns', { columns: TEMPLATE_HEADERS.join('、') })}</div>
        <div>{t('import.words', CHOICE_WORDS)}</div>
      </Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file may be chosen again after it was mended.
            event.target.value = ''
            if (file) onChoose(file)
          }}
        />
        <Button variant="contained" autoFocus onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <Button disabled={working} onClick={() => run('template')}>
          {t('action.template')}
        </Button>
        <Box sx={{ color: 'text.secondary' }}>{t('import.drop')}</Box>
      </Box>
    </Box>
  )
}
