import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import MuiLink from '@mui/material/Link'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import type { WhoAsks } from '../../../shared/domain/privacy/person'
import type { Refusal } from '../../../shared/util/result'
import { ACCESS_NOTES, findPerson, isRegisterTable, type PersonHit, useData, useRole } from '../../data'
import { Form, FormGrid, PhoneField, ProgressPanel, refusalText, TextField, useAppForm } from '../../ui'
import { EraseDialog } from './EraseDialog'
import { Says, Table } from './look'

const CopyDialog = lazy(() => import('./CopyDialog'))

interface SearchValues {
  name: string
  phone: string
}
interface Found {
  who: WhoAsks
  hits: PersonHit[]
}

/**
 * A person's rights (个人信息保护法 45–47): everything about them, a copy, correction, and deletion for who may erase.
 * Whoever is `asked` for is searched for at once.
 */
export function PersonSearch({ asked }: { asked: WhoAsks | null }) {
  const { t } = useTranslation('privacy')
  const { name = '', phone = '' } = asked ?? {}
  const form = useAppForm<SearchValues>({ defaultValues: { name, phone } })
  const { find, found, progress } = useFinding(asked)
  const begun = useRef(false)
  useEffect(() => {
    if (!asked || begun.current) return
    begun.current = true
    void form.handleSubmit(async (values) => void (await find(values)))()
  }, [asked, find, form])
  return (
    <>
      <Says>{t('rights.text')}</Says>
      <Form form={form} label={t('rights.title')} onSave={find} followsMenu={false}>
        <FormGrid>
          <TextField<SearchValues> name="name" label={t('rights.name')} autoFocus={asked !== null} />
          <PhoneField<SearchValues> name="phone" label={t('rights.phone')} />
        </FormGrid>
        <Box sx={{ my: 2 }}>
          <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
            {t('rights.find')}
          </Button>
        </Box>
      </Form>
      {progress && <ProgressPanel what={t('rights.finding')} {...progress} />}
      {found && !progress && (
        <Hits key={JSON.stringify(found.who)} {...found} onErased={() => void find(found.who)} />
      )}
    </>
  )
}

function useFinding(asked: WhoAsks | null) {
  const data = useData()
  const [found, setFound] = useState<Found | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const find = async ({ name, phone }: SearchValues): Promise<Refusal | null> => {
    if (name.trim() === '' && phone.trim() === '') return { key: 'privacy.nameRequired', field: 'name' }
    // Another name is another person.
    const personId = asked?.name === name.trim() ? asked.personId : null
    const who: WhoAsks = { personId, name: name.trim(), phone: phone.trim() }
    try {
      const hits = await findPerson(
        data.db,
        who,
        (done, total) => setProgress({ done, total }),
        data.ports.now(),
      )
      const noted = await data.run(ACCESS_NOTES.search, { table: 'persons', id: '', count: hits.length })
      if (!noted.ok) return noted.refusal
      setFound({ who, hits })
      return null
    } finally {
      setProgress(null)
    }
  }
  return { find, found, progress }
}

function Hits({ who, hits, onErased }: Found & { onErased: () => void }) {
  const { t } = useTranslation('privacy')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [copying, setCopying] = useState(false)
  const [erasing, setErasing] = useState(false)
  const erases = may(useRole(), 'privacy.erase')
  if (hits.length === 0) return <Box role="status">{t('rights.none')}</Box>
  const records = hits.filter(({ id }) => chosen.includes(id)).map(({ table, id }) => ({ table, id }))
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <strong role="status">{t('rights.found', { count: hits.length })}</strong>
        <Button onClick={() => setCopying(true)}>{t('rights.copy')}</Button>
        {erases && (
          <Button color="error" disabled={records.length === 0} onClick={() => setErasing(true)}>
            {t('rights.eraseSelected', { count: records.length })}
          </Button>
        )}
      </Box>
      <Says>{t('rights.correct')}</Says>
      <Table
        label={t('rights.list')}
        heads={[...(erases ? [t('pick')] : []), t('rights.record'), t('rights.as'), t('rights.beside')]}
      >
        {hits.map((hit) => (
          <HitRow
            key={`${hit.table}${hit.id}`}
            hit={hit}
            chosen={chosen.includes(hit.id)}
            onToggle={erases ? () => toggle(hit.id) : null}
          />
        ))}
      </Table>
      {copying && (
        <Suspense fallback={null}>
          <CopyDialog who={who} hits={hits} onClose={() => setCopying(false)} />
        </Suspense>
      )}
      {erasing && (
        <EraseDialog
          records={records}
          basis="consentWithdrawn"
          onDone={onErased}
          onClose={() => setErasing(false)}
        />
      )}
    </Box>
  )
}

/** Tables whose word in the periods says when those begin, which is not so of what is found. */
const HELD_IN = ['persons', 'vehicles', 'careFlags', 'instructions', 'blacklist'] as const

interface HitRowProps {
  hit: PersonHit
  chosen: boolean
  /** Null for who may not erase. */
  onToggle: (() => void) | null
}

function HitRow({ hit, chosen, onToggle }: HitRowProps) {
  const { t } = useTranslation('privacy')
  const { table, id, number, parts, attachments, privateNotes, erased, bar } = hit
  const why = onToggle && bar && !erased ? refusalText(bar) : ''
  const whyId = useId()
  const held = HELD_IN.find((one) => one === table)
  const title = [held ? t(`heldIn.${held}`) : t(`register.${table}`), number].filter(Boolean).join(' ')
  const beside = [
    attachments > 0 ? t('rights.attachments', { count: attachments }) : '',
    privateNotes ? t('rights.notes') : '',
    erased ? t('rights.erased') : '',
  ]
  return (
    <tr>
      {onToggle && (
        <td>
          <Checkbox
            size="small"
            checked={chosen}
            disabled={erased || bar !== null}
            onChange={onToggle}
            slotProps={{
              input: {
                'aria-label': t('cleaning.select', { title }),
                ...(why && { 'aria-describedby': whyId }),
              },
            }}
          />
        </td>
      )}
      <th scope="row">
        {isRegisterTable(table) ? (
          <MuiLink component={Link} to={`/${table}/${id}`}>
            {title}
          </MuiLink>
        ) : (
          title
        )}
      </th>
      <td>{parts.map((part) => t(`part.${part}`)).join(t('comma'))}</td>
      <td>
        {beside.filter(Boolean).join(t('comma'))}
        {why && <Box id={whyId}>{why}</Box>}
      </td>
    </tr>
  )
}
