import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import type { MonthId } from '../../../../shared/util/months'
import { useRole } from '../../../data'
import { ScreenBody, SectionPanel } from '../../../ui'
import { ReportPrint } from '../report/ReportPrint'
import { BookSection } from './book/BookSection'
import { FileLog } from './FileLog'
import { PackageSection } from './package/PackageSection'

/** 月报与导出 (domain 12): what of a month goes on paper or into files, and what went before. */
export default function FilesTab({ month }: { month: MonthId }) {
  const { t } = useTranslation('monthFiles')
  const role = useRole()
  return (
    <ScreenBody>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {may(role, 'record.print') && (
          <SectionPanel id="monthFiles.report" title={t('report.title')}>
            <Box sx={{ mb: 2 }}>{t('report.hint')}</Box>
            <ReportPrint />
          </SectionPanel>
        )}
        {may(role, 'record.export') && <BookSection />}
        {may(role, 'month.review') && <PackageSection />}
        <FileLog month={month} />
      </Box>
    </ScreenBody>
  )
}
