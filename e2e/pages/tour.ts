import { expect, type Locator, type Page } from '@playwright/test'

/** Goes to a place by its route, whatever language the words have. */
export async function goToRoute(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

/** Opens the first record of a list; answers its route. */
export async function firstRecord(page: Page, list: string): Promise<string> {
  await goToRoute(page, list)
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  await expect.poll(() => new URL(page.url()).hash).toMatch(new RegExp(`^#${list}/.{20}`))
  return new URL(page.url()).hash.slice(1)
}

/** A screen of the tour: how it is reached, what stands there once it is ready. */
interface Stop {
  name: string
  route: string
  /** Pressed or clicked once the route stands. */
  open?: (page: Page) => Promise<void>
  ready: (page: Page) => Locator
}

const press = (keys: string) => (page: Page) => page.keyboard.press(keys)
const dialog = (page: Page): Locator => page.locator('[role=dialog], dialog[open]')
const tabPanel = (page: Page): Locator =>
  page.getByRole('tabpanel').locator('form, table, [role=radiogroup]').first()

/** The tab of a register among its siblings: it says that the screen before is gone. */
const tabOf =
  (register: string) =>
  (page: Page): Locator =>
    page.locator(`main nav a[aria-current=page][href$="#/${register}"]`)

/** What a tab of a month has once it is there, whichever it is. */
const SAID = 'h2, h3, form, table, p, [role=listbox]'

const MONTH_TABS = ['checklist', 'spotCheck', 'statistics', 'weekly', 'plan', 'hotspots', 'signing', 'files']

function stops(complaint: string, household: string): Stop[] {
  const step = (page: Page): Locator => page.locator('main [data-main]').first()
  return [
    { name: 'today', route: '/today', ready: (page) => page.getByRole('grid').getByRole('row').nth(1) },
    {
      name: 'complaints',
      route: '/complaints',
      ready: (page) => page.getByRole('grid').getByRole('row').nth(1),
    },
    {
      name: 'intake',
      route: '/complaints/new',
      ready: (page) => page.locator('main form textarea:visible').first(),
    },
    { name: 'complaint', route: complaint, ready: step },
    { name: 'lost items', route: '/lostItems', ready: tabOf('lostItems') },
    {
      name: 'lost item intake',
      route: '/lostItems/new',
      ready: (page) => page.locator('main form textarea:visible').first(),
    },
    {
      name: 'lost report intake',
      route: '/lostReports/new',
      ready: (page) => page.locator('main form textarea:visible').first(),
    },
    { name: 'shelf counts', route: '/shelfCounts', ready: tabOf('shelfCounts') },
    { name: 'incidents', route: '/incidents', ready: (page) => page.locator('main h1').first() },
    {
      name: 'incident intake',
      route: '/incidents/new',
      ready: (page) => page.locator('main form [role=radio]').first(),
    },
    { name: 'visits', route: '/visits', ready: tabOf('visits') },
    {
      name: 'visit intake',
      route: '/visits/new',
      ready: (page) => page.locator('main form textarea:visible').first(),
    },
    { name: 'return visits', route: '/returnVisits', ready: tabOf('returnVisits') },
    {
      name: 'return visit intake',
      route: '/returnVisits/new',
      ready: (page) => page.locator('main form textarea:visible').first(),
    },
    {
      name: 'quarterly round',
      route: '/returnVisits/2026-Q4',
      ready: (page) => page.locator('main h1').first(),
    },
    { name: 'visit summaries', route: '/visitMonths', ready: tabOf('visitMonths') },
    ...MONTH_TABS.map((tab) => ({
      name: `month ${tab}`,
      route: `/monthReviews/2026-11/${tab}`,
      ready: (page: Page) => page.locator(`[aria-labelledby=month-tab-${tab}]`).locator(SAID).first(),
    })),
    { name: 'corrections', route: '/corrections', ready: (page) => page.locator('main h1').first() },
    {
      name: 'judging',
      route: complaint,
      open: (page) => step(page).click(),
      ready: (page) => page.locator('main form [role=radio]').first(),
    },
    {
      name: 'print',
      route: complaint,
      open: press('Control+p'),
      ready: (page) => dialog(page).getByRole('img').first(),
    },
    {
      name: 'households',
      route: '/households',
      ready: (page) => page.getByRole('grid').getByRole('row').nth(1),
    },
    { name: 'new household', route: '/households/new', ready: (page) => page.locator('main form') },
    { name: 'household', route: household, ready: (page) => page.locator('main h2').first() },
    { name: 'import', route: '/households/import', ready: (page) => page.locator('main button').nth(1) },
    { name: 'blacklist', route: '/households/blacklist', ready: (page) => page.locator('main h1') },
    ...['office', 'users', 'rules', 'plan', 'workdays', 'screen'].map((part) => ({
      name: `settings ${part}`,
      route: `/settings/${part}`,
      ready: tabPanel,
    })),
    { name: 'scans', route: '/scans', ready: (page) => page.getByRole('grid') },
    { name: 'search', route: '/today', open: press('Control+k'), ready: dialog },
    { name: 'keys', route: '/complaints', open: press('F1'), ready: dialog },
    { name: 'switch user', route: '/today', open: press('Control+Shift+L'), ready: dialog },
  ]
}

/** Goes through all screens behind the sign-in and has each looked at. Needs a complaint and a household. */
export async function tour(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const complaint = await firstRecord(page, '/complaints')
  const household = await firstRecord(page, '/households')
  for (const stop of stops(complaint, household)) {
    await goToRoute(page, stop.route)
    if (stop.open) {
      // What comes later may take the focus with it.
      await expect(page.locator('main [role=row], main [data-main]').nth(1)).toBeAttached()
      await stop.open(page)
    }
    await expect(stop.ready(page), stop.name).toBeVisible()
    await look(stop.name)
    if (await dialog(page).isVisible()) await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
  }
}
