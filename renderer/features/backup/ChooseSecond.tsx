import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useData } from '../../data'
import { desk } from '../../platform/desk'
import { announce } from '../../ui'

interface ChooseSecondProps {
  onRefused: (refusal: Refusal | null) => void
  /** The button goes when there is a place: the keyboard goes on at the place. */
  onChosen: () => void
}

/** 选择第二个备份位置 */
export function ChooseSecond({ onRefused, onChosen }: ChooseSecondProps) {
  const { t } = useTranslation('backup')
  const choose = useChooseSecond(onRefused)
  return (
    <Box>
      <Button onClick={() => void choose().then((chosen) => chosen && onChosen())}>
        {t('second.choose')}
      </Button>
      <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('second.why')}</Box>
    </Box>
  )
}

/** Asks for the second place, says which one it is now, and brings it the newest backup. False where nothing was chosen. */
export function useChooseSecond(onRefused: ChooseSecondProps['onRefused']): () => Promise<boolean> {
  const { t } = useTranslation('backup')
  const { db } = useData()
  return async () => {
    onRefused(null)
    const office = await db.of('office').toCollection().first()
    if (!office) return false
    const { id: officeId, estateName, officeName } = office
    const before = await rootOfSecond()
    const chosen = await desk.invoke('backup.chooseSecond', { office: { officeId, estateName, officeName } })
    if (!chosen.ok) {
      onRefused(chosen.refusal)
      return false
    }
    const place = chosen.value.places.find((one) => one.place === 'second')
    // Given up in the system's dialog.
    if (!place || place.root === before) return false
    announce(t(place.sameDisk ? 'second.chosenSame' : 'second.chosen', { root: place.root }))
    void desk.invoke('backup.mend', {})
    return true
  }
}

async function rootOfSecond(): Promise<string | null> {
  const state = await desk.invoke('backup.state', {})
  const second = state.ok ? state.value.places.find(({ place }) => place === 'second') : undefined
  return second?.root ?? null
}
