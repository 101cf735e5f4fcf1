import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined'
import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined'
import DocumentScannerOutlined from '@mui/icons-material/DocumentScannerOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import FindInPageOutlined from '@mui/icons-material/FindInPageOutlined'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import PrivacyTipOutlined from '@mui/icons-material/PrivacyTipOutlined'
import RecordVoiceOverOutlined from '@mui/icons-material/RecordVoiceOverOutlined'
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined'
import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import TodayOutlined from '@mui/icons-material/TodayOutlined'
import { lazy } from 'react'
import { escalationDue } from '../../shared/domain/complaint/deadlines'
import { shiftDay } from '../../shared/util/civilTime'
import { facetsBetween } from '../data'
import { lazyScreen, translateKey } from '../ui'
import type { Register } from './register'
import { waitingIn } from './waiting'
import { disputesWaiting } from './waitingDisputes'
import { waitingFor } from './waitingFor'
import { requestsWaiting } from './waitingRequests'

/** One entry a register, in the order of the day (ui.md, "Frame"). */
export const registers: readonly Register[] = [
  { key: 'today', icon: TodayOutlined, Screen: lazy(() => import('./TodayRoute')) },
  {
    key: 'complaints',
    icon: RecordVoiceOverOutlined,
    Screen: lazyScreen(() => import('../features/complaints')),
    create: 'record.register',
    waiting: waitingIn('complaints', 'complaints', {
      describe: ({ intake }) => ({
        about: intake.content,
        who: [intake.complainant.unitCode, intake.complainant.name].filter(Boolean).join(' '),
      }),
      queues: {
        forewarned: {
          range: ({ today, rules }) =>
            facetsBetween('#escalates:', '', shiftDay(today, rules.escalationNoticeDays + 1)),
          duty: (record) => {
            const dueAt = escalationDue(record)
            return dueAt ? { kind: 'escalation', dueAt } : null
          },
        },
      },
    }),
    draftKind: 'complaint',
  },
  {
    key: 'lostItems',
    icon: FindInPageOutlined,
    Screen: lazyScreen(() => import('../features/lostItems')),
    create: 'record.register',
    waiting: waitingIn('lostItems', 'lostItems', {
      describe: ({ intake }) => ({
        about: [intake.name, intake.features].filter(Boolean).join('，'),
        who: intake.storedAt,
      }),
    }),
    draftKind: 'lostItem',
  },
  {
    key: 'lostReports',
    under: 'lostItems',
    icon: FindInPageOutlined,
    Screen: lazyScreen(() => import('../features/lostItems/reports')),
    create: 'record.register',
    draftKind: 'lostReport',
  },
  {
    key: 'shelfCounts',
    under: 'lostItems',
    icon: FindInPageOutlined,
    Screen: lazyScreen(() => import('../features/lostItems/counts')),
  },
  {
    key: 'incidents',
    icon: ReportProblemOutlined,
    Screen: lazyScreen(() => import('../features/incidents')),
    create: 'record.register',
    waiting: waitingIn('incidents', 'incidents', {
      describe: ({ report, restricted }) => ({
        about: [
          translateKey(`incidents:kind.${report.kind}`),
          report.course || (restricted ? translateKey('incidents:restricted.chip') : ''),
        ]
          .filter(Boolean)
          .join(' '),
        who: report.place,
      }),
    }),
    draftKind: 'incident',
  },
  {
    key: 'visits',
    icon: DirectionsWalkOutlined,
    Screen: lazyScreen(() => import('../features/visits')),
    create: 'record.register',
    waiting: waitingIn('visits', 'visits', {
      describe: ({ plan, findings }) => ({
        about: [translateKey(`visits:way.${plan.way}`), findings?.parts.management ?? '']
          .filter(Boolean)
          .join(' '),
        who: [plan.person.unitCode, plan.person.name].filter(Boolean).join(' '),
      }),
    }),
    Headline: lazyScreen(() => import('../features/visits/GoalsHeadline')),
    draftKind: 'visit',
  },
  {
    key: 'returnVisits',
    under: 'visits',
    icon: DirectionsWalkOutlined,
    Screen: lazyScreen(() => import('../features/visits/returnVisits')),
    create: 'record.register',
    waiting: waitingIn('returnVisits', 'returnVisits', {
      describe: ({ entry }) => ({
        about: entry?.content ?? '',
        who: [entry?.person.unitCode, entry?.person.name].filter(Boolean).join(' '),
      }),
    }),
    draftKind: 'returnVisit',
  },
  {
    key: 'visitMonths',
    under: 'visits',
    icon: DirectionsWalkOutlined,
    Screen: lazyScreen(() => import('../features/visits/months')),
    waiting: waitingIn('visitMonths', 'visitMonths', {
      describe: ({ submission }) => ({ about: submission?.opinion ?? '', who: '' }),
    }),
    draftKind: 'visitMonth',
  },
  {
    key: 'households',
    icon: HomeOutlined,
    Screen: lazyScreen(() => import('../features/households')),
    create: 'household.write',
    draftKind: 'household',
  },
  {
    key: 'monthReviews',
    icon: FactCheckOutlined,
    Screen: lazyScreen(() => import('../features/monthReviews')),
    permission: 'month.review',
    waiting: waitingFor(
      'month.review',
      waitingIn('monthReviews', 'monthReviews', { describe: () => ({ about: '', who: '' }) }),
    ),
    draftKind: 'monthReview',
  },
  {
    key: 'corrections',
    under: 'monthReviews',
    icon: FactCheckOutlined,
    Screen: lazyScreen(() => import('../features/corrections')),
    waiting: waitingFor(
      'month.review',
      waitingIn('corrections', 'corrections', {
        describe: ({ target, reason, requestedBy }) => ({
          about: `${target.number} ${reason}`,
          who: requestedBy,
        }),
      }),
    ),
    draftKind: 'correction',
  },
  {
    key: 'guidance',
    icon: MenuBookOutlined,
    Screen: lazyScreen(() => import('../features/guidance')),
    hidden: true,
    draftKind: 'guidance',
  },
  {
    key: 'scans',
    icon: DocumentScannerOutlined,
    Screen: lazyScreen(() => import('../features/scans')),
    hidden: true,
    Headline: lazyScreen(() => import('../features/scans/TrayHeadline')),
  },
  {
    key: 'personRequests',
    icon: PrivacyTipOutlined,
    Screen: lazyScreen(() => import('./PersonRequestRoute')),
    hidden: true,
    permission: 'privacy.answer',
    waiting: requestsWaiting,
  },
  {
    key: 'disputes',
    icon: CompareArrowsOutlined,
    Screen: lazyScreen(() => import('./DisputesRoute')),
    hidden: true,
    permission: 'dispute.decide',
    waiting: disputesWaiting,
  },
  {
    key: 'settings',
    icon: SettingsOutlined,
    Screen: lazyScreen(() => import('./SettingsRoute')),
  },
]
