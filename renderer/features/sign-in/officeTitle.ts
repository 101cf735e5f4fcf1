import type { Office } from '../../../shared/domain/office/types'

/** Estate and office in one line; the estate is left out when the office's name says it already. */
export function officeTitle({ estateName, officeName }: Pick<Office, 'estateName' | 'officeName'>): string {
  return officeName.startsWith(estateName) ? officeName : `${estateName} ${officeName}`
}
