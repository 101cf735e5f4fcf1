import { useTranslation } from 'react-i18next'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { Facts, formatDateTime } from '../../ui'

/** Which sheet is in force, whether it was printed, and how well this machine keeps the key, in plain words. */
export function SheetFacts({ state }: { state: VaultState }) {
  const { t } = useTranslation('vault')
  const { sheet, keyStoreIsSafe } = state
  if (!sheet) return null
  return (
    <Facts
      items={[
        { label: t('facts.sheetId'), value: sheet.id },
        { label: t('facts.createdAt'), value: formatDateTime(sheet.createdAt) },
        {
          label: t('facts.printedAt'),
          value: sheet.printedAt ? formatDateTime(sheet.printedAt) : t('facts.notPrinted'),
        },
        { label: t('facts.keyStore'), value: t(keyStoreIsSafe ? 'facts.safe' : 'facts.unsafe') },
      ]}
    />
  )
}
