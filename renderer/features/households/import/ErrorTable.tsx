import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { headerOf, type RowError } from '../../../../shared/domain/household/import'
import { refusalText } from '../../../ui'

const CELL = {
  textAlign: 'left',
  verticalAlign: 'top',
  py: 1,
  px: 2,
  borderBottom: '1px solid',
  borderColor: 'divider',
}

/** Row, column, what is wrong and what to do (domain 4). Column names are those of the file, in every language. */
export function ErrorTable({ errors }: { errors: readonly RowError[] }) {
  const { t } = useTranslation('households')
  return (
    <Box
      component="table"
      aria-label={t('import.errorList')}
      sx={{ borderCollapse: 'collapse', width: '100%', bgcolor: 'background.paper' }}
    >
      <thead>
        <tr>
          {[t('import.row'), t('import.column'), t('import.wrong')].map((head) => (
            <Box
              component="th"
              scope="col"
              key={head}
              sx={{ ...CELL, color: 'text.secondary', fontSize: 13 }}
            >
              {head}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {errors.map((error) => (
          <tr key={`${error.row} ${error.column} ${error.refusal.key}`}>
            <Box component="td" sx={{ ...CELL, width: 72 }}>
              {error.row}
            </Box>
            <Box component="td" sx={{ ...CELL, width: 120 }}>
              {error.column ? headerOf(error.column) : t('import.wholeRow')}
            </Box>
            <Box component="td" sx={{ ...CELL, overflowWrap: 'anywhere' }}>
              {refusalText(error.refusal)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
