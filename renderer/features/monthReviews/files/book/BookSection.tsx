import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { ProgressPanel, SectionPanel } from '../../../../ui'
import { useBookExport } from './useBookExport'

/** 导出 .xlsx: one sheet a register, 统计, 结转 and 检查清单. */
export function BookSection() {
  const { t } = useTranslation('monthFiles')
  const { run, progress, cancel } = useBookExport()
  return (
    <SectionPanel id="monthFiles.book" title={t('book.title')}>
      <Box sx={{ mb: 2 }}>{t('book.hint')}</Box>
      {progress ? (
        <ProgressPanel what={t('book.working')} unit={t('book.unit')} onCancel={cancel} {...progress} />
      ) : (
        <Button variant="outlined" disabled={!run} onClick={() => run?.()}>
          {t('book.button')}
        </Button>
      )}
    </SectionPanel>
  )
}
