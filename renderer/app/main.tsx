import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { DeskData } from '../data'
import { desk } from '../platform/desk'
import { recall } from '../ui'
import { loadWords, startTranslations } from '../ui/i18n/i18n'
import { App } from './App'
import { dataPorts } from './dataPorts'
import { LOCALE_KEY, readLocale } from './locale'
import { report, reportUncaught } from '../platform/report'

/** The first screen may go on working for as long before the words of the others are read. */
const WORDS_WITHIN_MS = 500

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// The content security policy forbids code made from text; without this zod tries it once and is refused.
z.config({ jitless: true })
reportUncaught()
const [info] = await Promise.all([
  desk.invoke('app.info', {}),
  startTranslations(readLocale(recall(LOCALE_KEY, 'zh-CN'))),
])
// A restore switches to another database; which one is the office's only main knows.
const data = new DeskData(dataPorts, info.ok ? info.value.database : undefined)
createRoot(root).render(<App data={data} />)
// The first screen is drawn first. Where this fails, whichever screen needs them asks once more.
requestIdleCallback(() => void loadWords().catch((error: unknown) => report('start.wordsNotLoaded', error)), {
  timeout: WORDS_WITHIN_MS,
})
