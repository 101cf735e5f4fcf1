import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { recall } from '../ui'
import { startTranslations } from '../ui/i18n/i18n'
import { App } from './App'
import { LOCALE_KEY, readLocale } from './locale'
import { reportUncaught } from './report'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// The content security policy forbids code made from text; without this zod tries it once and is refused.
z.config({ jitless: true })
reportUncaught()
await startTranslations(readLocale(recall(LOCALE_KEY, 'zh-CN')))
createRoot(root).render(<App />)
