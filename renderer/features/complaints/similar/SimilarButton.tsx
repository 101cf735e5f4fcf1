import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'

interface SimilarButtonProps {
  /** 打开, 并入此件, 并到本件, 关联 */
  action: string
  /** Number of the record it is about, for those who hear the button alone. */
  number: string
  onClick: () => void
}

/** One thing to do with a record that may be the same matter. */
export function SimilarButton({ action, number, onClick }: SimilarButtonProps) {
  const { t } = useTranslation('people')
  return (
    <Button aria-label={t('similar.of', { action, number })} sx={{ minHeight: 28 }} onClick={onClick}>
      {action}
    </Button>
  )
}
