import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal, Result } from '../../../shared/util/result'
import { setUpOfficeCommand, useData, useRun } from '../../data'
import { Form, FormGrid, formatDay, PinField, SectionPanel, TextField, useAppForm, useNow } from '../../ui'
import { BLANK, CHECKS, type SetupValues } from './setup'

interface FirstStartProps {
  onHashPin: (pin: string) => Promise<Result<{ hash: string }>>
  onDone: (directorId: string, pin: string) => Promise<void>
  /** Another beginning: from a backup. */
  aside?: ReactNode
}

/** The first start (domain 1): the office and its director. No default password exists. */
export function FirstStart({ onHashPin, onDone, aside }: FirstStartProps) {
  const { t } = useTranslation('start')
  const data = useData()
  const run = useRun()
  const form = useAppForm<SetupValues>({
    defaultValues: { ...BLANK, numberPrefix: t('first.prefixDefault') },
  })

  const save = async (values: SetupValues): Promise<Refusal | null> => {
    const { pin, pinAgain: _again, ...details } = values
    const hashed = await onHashPin(pin)
    if (!hashed.ok) return hashed.refusal
    // Before the first row is written: all of them are sealed.
    const vault = await data.makeVault()
    if (!vault.ok) return vault.refusal
    const saved = await run(setUpOfficeCommand, { ...details, pinHash: hashed.value.hash })
    if (!saved.ok) return saved.refusal
    await onDone(saved.value.value.directorId, pin)
    return null
  }
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 6 }}>
      <Box sx={{ maxWidth: 720, mx: 'auto', display: 'grid', gap: 4 }}>
        <Box>
          <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
            <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
              {t('first.title')}
            </Box>
            {aside}
          </Box>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('first.text')}</Box>
        </Box>
        <Form form={form} label={t('first.title')} onSave={save}>
          <Box sx={{ display: 'grid', gap: 4 }}>
            <OfficePart example={form.watch('numberPrefix')} letter={form.watch('deviceLetter')} />
            <SectionPanel id="first.director" title={t('first.director')}>
              <FormGrid>
                <TextField<SetupValues>
                  name="directorName"
                  label={t('first.directorName')}
                  required
                  maxLength={30}
                  wide
                />
                <PinField<SetupValues>
                  name="pin"
                  label={t('first.pin')}
                  hint={t('first.pinHint')}
                  check={CHECKS.pin}
                  required
                  fresh
                />
                <PinField<SetupValues>
                  name="pinAgain"
                  label={t('first.pinAgain')}
                  check={CHECKS.pinAgain}
                  required
                  fresh
                />
              </FormGrid>
            </SectionPanel>
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 3 }}>
              <Box sx={{ color: 'text.secondary' }}>{t('first.later')}</Box>
              <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
                {t('first.next')}
              </Button>
            </Box>
          </Box>
        </Form>
      </Box>
    </Box>
  )
}

function OfficePart({ example, letter }: { example: string; letter: string }) {
  const { t } = useTranslation('start')
  const year = formatDay(new Date(useNow()).toISOString()).slice(0, 4)
  const number = `${example || '…'}-TS-${year}-${letter.trim().toUpperCase()}0001`
  return (
    <SectionPanel id="first.office" title={t('first.office')}>
      <FormGrid>
        <TextField<SetupValues>
          name="estateName"
          label={t('first.estateName')}
          placeholder={t('first.estateExample')}
          maxLength={60}
          required
          autoFocus
        />
        <TextField<SetupValues>
          name="officeName"
          label={t('first.officeName')}
          placeholder={t('first.officeExample')}
          maxLength={60}
          required
        />
        <TextField<SetupValues>
          name="numberPrefix"
          label={t('first.numberPrefix')}
          hint={t('first.numberHint', { number })}
          maxLength={8}
          check={CHECKS.numberPrefix}
          required
        />
        <TextField<SetupValues>
          name="deviceLetter"
          label={t('first.deviceLetter')}
          hint={t('first.deviceHint')}
          maxLength={1}
          check={CHECKS.deviceLetter}
        />
      </FormGrid>
    </SectionPanel>
  )
}
