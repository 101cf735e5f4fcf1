import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PACKAGE_TEXTS, type PackageText, registerPackages } from '../../../../../shared/domain/monthPackage'
import { knownPeople, noteMonthPackageCommand, useData } from '../../../../data'
import { desk } from '../../../../platform/desk'
import { announce, refusalText } from '../../../../ui'
import { i18n } from '../../../../ui/i18n/instance'
import { useMonth } from '../../shell/month'
import { officeWord } from '../book/sheets'
import { useOffice, useReadStatistics } from '../useFacts'
import type { MadePackage } from './make'
import { makeInWorker } from './makeInWorker'
import type { Bundles } from './words'

/** What the check compares with: the words of these parts of the app. */
const NAMESPACES = [
  'monthFiles',
  'monthReviews',
  'statistics',
  'complaints',
  'incidents',
  'lostItems',
  'lostReports',
  'visits',
  'returnVisits',
  'visitMonths',
  'corrections',
] as const

function officeBundles(): Bundles {
  return Object.fromEntries(
    NAMESPACES.map((name) => [name, i18n.getResourceBundle('zh-CN', name) as unknown]),
  )
}

export interface PackageWork {
  ticked: readonly PackageText[]
  toggle: (text: PackageText) => void
  /** Puts the package together and checks it; null while the month is not read yet. */
  preview: (() => void) | null
  made: MadePackage | null
  /** Saves what was previewed, byte for byte; null where it may not leave. */
  save: (() => void) | null
  working: 'making' | 'saving' | null
  cancel: () => void
}

/** The package for head office (domain 12): previewed and checked first, then noted in the chain and saved. */
export function usePackage(): PackageWork {
  const { t } = useTranslation('monthFiles')
  const [ticked, setTicked] = useState<readonly PackageText[]>([])
  const [made, setMade] = useState<MadePackage | null>(null)
  const [working, setWorking] = useState<PackageWork['working']>(null)
  const stop = useRef<AbortController | null>(null)
  const make = useMakePackage()
  const handOut = useHandOut()
  useEffect(() => () => stop.current?.abort(), [])

  const during = (
    what: NonNullable<PackageWork['working']>,
    work: (signal: AbortSignal) => Promise<void>,
  ) => {
    if (working) return
    const controller = new AbortController()
    stop.current = controller
    setWorking(what)
    void work(controller.signal)
      .catch(() => {
        if (!controller.signal.aborted) announce(t('package.failed'), 'problem')
      })
      .finally(() => setWorking(null))
  }
  const toggle = (text: PackageText) => {
    // What was looked at is not what would leave any more.
    setMade(null)
    setTicked(PACKAGE_TEXTS.filter((one) => ticked.includes(one) !== (one === text)))
  }
  const leaves = made !== null && made.leaks.length === 0
  return {
    ticked,
    toggle,
    preview: make && (() => during('making', async (signal) => setMade(await make(ticked, signal)))),
    made,
    save: leaves ? () => during('saving', () => handOut(made, ticked)) : null,
    working,
    cancel: () => stop.current?.abort(),
  }
}

type Make = (texts: readonly PackageText[], signal: AbortSignal) => Promise<MadePackage>

function useMakePackage(): Make | null {
  const { db } = useData()
  const { month, record, view } = useMonth()
  const office = useOffice()
  const readStatistics = useReadStatistics()
  if (!view || !office) return null
  return async (texts, signal) => {
    const [statistics, { buildings, ...known }] = await Promise.all([readStatistics(view), knownPeople(db)])
    const { estateName, officeName, numberPrefix } = office
    return makeInWorker(
      {
        month,
        span: view.span,
        rows: Object.fromEntries(registerPackages.map(({ table }) => [table, view.rowsOf(table)])),
        statistics,
        review: record && { state: record.state, digest: record.digest, suggestions: record.suggestions },
        office: { estateName, officeName, numberPrefix },
        known,
        buildings,
        texts,
        bundles: officeBundles(),
      },
      signal,
    )
  }
}

/** Notes it in the chain, then asks where it goes. */
function useHandOut(): (made: MadePackage, kinds: readonly PackageText[]) => Promise<void> {
  const { t } = useTranslation('monthFiles')
  const data = useData()
  const { month } = useMonth()
  const office = useOffice()
  return async ({ bytes, sha256, records, texts }, kinds) => {
    const noted = await data.run(noteMonthPackageCommand, {
      month,
      records,
      kinds: [...kinds],
      texts,
      sha256,
    })
    if (!noted.ok) return announce(refusalText(noted.refusal), 'problem')
    const name = officeWord('monthFiles:package.fileName', { estate: office?.estateName ?? '' })
    const saved = await desk.invoke('files.save', { suggestedName: `${name}-${month}.zip`, bytes })
    if (!saved.ok) return announce(refusalText(saved.refusal), 'problem')
    const { path } = saved.value
    announce(path ? t('package.done', { path }) : t('given.package'), 'plain')
  }
}
