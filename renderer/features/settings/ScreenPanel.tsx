import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import type { OfficeSettings } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { changeSettingsCommand, useRole } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { announce, FieldFrame, LanguageSwitch, RefusalBar, Segments } from '../../ui'
import type { ScreenChoice, ScreenChoices } from './choices'

type ScreenPanelProps = Omit<ScreenChoices, 'onHashPin'> & { settings: OfficeSettings }

/**
 * Language, row height and notices of this machine, for everybody: they are no rule of the office (domain 1). What the
 * director chooses holds for the machines too that have not chosen. All take effect at once.
 */
export function ScreenPanel({ settings, locale, onLocale, chosen, onChoose }: ScreenPanelProps) {
  const { t } = useTranslation('settings')
  const head = may(useRole(), 'settings.write')
  const save = useSaveSaying()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choose = async (name: ScreenChoice, value: boolean) => {
    onChoose(name, value)
    if (head) setRefusal(await save(changeSettingsCommand, { [name]: value }, t('saved')))
    else announce(t('saved'))
  }
  const reach = head ? t('screen.alsoDefault') : t('screen.languageHint')
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <FieldFrame label={t('screen.language')} hint={t('screen.languageHint')} error={undefined} group>
        {() => <LanguageSwitch value={locale} onChange={onLocale} />}
      </FieldFrame>
      <FieldFrame label={t('screen.rows')} hint={reach} error={undefined} group>
        {(_, labelId) => (
          <Segments
            labelledBy={labelId}
            value={(chosen.comfortableRows ?? settings.comfortableRows) ? 'comfortable' : 'compact'}
            onChange={(value) => void choose('comfortableRows', value === 'comfortable')}
            options={[
              { value: 'compact', label: t('screen.compact') },
              { value: 'comfortable', label: t('screen.comfortable') },
            ]}
          />
        )}
      </FieldFrame>
      <FieldFrame
        label={t('screen.notices')}
        hint={t('screen.noticesHint', { reach })}
        error={undefined}
        group
      >
        {(_, labelId) => (
          <Segments
            labelledBy={labelId}
            value={(chosen.notifyDue ?? settings.notifyDue) ? 'on' : 'off'}
            onChange={(value) => void choose('notifyDue', value === 'on')}
            options={[
              { value: 'on', label: t('screen.on') },
              { value: 'off', label: t('screen.off') },
            ]}
          />
        )}
      </FieldFrame>
    </Box>
  )
}
