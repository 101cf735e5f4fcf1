import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PACKAGE_TEXTS } from '../../../../../shared/domain/monthPackage'
import { ProgressPanel, SectionPanel, useMenuCommand } from '../../../../ui'
import type { MadePackage } from './make'
import { PackageTables } from './PackageTables'
import { type PackageWork, usePackage } from './usePackage'
import { Verdict } from './Verdict'

/** 上报包 (domain 12): which texts go along, a preview of everything that would leave, the check, and saving. */
export function PackageSection() {
  const { t } = useTranslation('monthFiles')
  const work = usePackage()
  const { made, working, preview, save, cancel } = work
  useMenuCommand('save', () => save?.(), save !== null && working === null)
  return (
    <SectionPanel id="monthFiles.package" title={t('package.title')}>
      <Box sx={{ mb: 2 }}>{t('package.hint')}</Box>
      <Texts work={work} />
      <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
        <Button
          variant={made ? 'outlined' : 'contained'}
          disabled={!preview || working !== null}
          onClick={() => preview?.()}
        >
          {made ? t('package.again') : t('package.preview')}
        </Button>
        {made && (
          <Button variant="contained" disabled={!save || working !== null} onClick={() => save?.()}>
            {working === 'saving' ? t('package.saving') : t('package.save')}
          </Button>
        )}
      </Box>
      {working === 'making' && (
        <Box sx={{ mt: 3 }}>
          <ProgressPanel what={t('package.working')} done={0} total={null} onCancel={cancel} />
        </Box>
      )}
      {made && working !== 'making' && <Made made={made} />}
    </SectionPanel>
  )
}

function Texts({ work: { ticked, toggle, working } }: { work: PackageWork }) {
  const { t } = useTranslation('monthFiles')
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600 }}>
        {t('package.texts')}
      </Box>
      <Box sx={{ color: 'text.secondary' }}>{t('package.textsHint')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        {PACKAGE_TEXTS.map((text) => (
          <FormControlLabel
            key={text}
            label={t(`text.${text}`)}
            control={
              <Checkbox
                checked={ticked.includes(text)}
                disabled={working !== null}
                onChange={() => toggle(text)}
                sx={{ p: 1 }}
              />
            }
          />
        ))}
      </Box>
    </Box>
  )
}

/** What would leave, with what the check says of it; drawn anew by every preview, and whoever asked for it stands there. */
function Made({ made }: { made: MadePackage }) {
  const { t } = useTranslation('monthFiles')
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => region.current?.focus(), [])
  return (
    <Box
      ref={region}
      role="region"
      aria-label={t('package.contents')}
      tabIndex={-1}
      sx={{ mt: 3, outline: 'none' }}
    >
      <Verdict made={made} />
      <PackageTables tables={made.tables} />
    </Box>
  )
}
