import 'i18next'
import type * as zhCN from './namespaces'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCN
  }
}
