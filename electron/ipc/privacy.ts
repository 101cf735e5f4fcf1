import { redacting } from '../../shared/schema/redaction'
import { systemRefusal } from '../services/systemRefusal'
import { accept } from '../../shared/util/result'
import type { Ports } from './ports'
import { type HandlersOf, writes } from './types'

/** What main keeps of records that were erased by law (domain 13). */
export function privacyHandlers(ports: Ports): HandlersOf<'privacy'> {
  return {
    'privacy.clear': writes(async ({ rows, details, files }) => {
      try {
        const rewritten =
          rows.length + details.length > 0
            ? await ports.ledger.journal.rewrite(redacting({ rows, details }))
            : 0
        let deleted = 0
        for (const sha256 of files) if (await ports.attachments.erase(sha256)) deleted += 1
        return accept({ files: rewritten, deleted })
      } catch (error) {
        return systemRefusal(error)
      }
    }),
  }
}
