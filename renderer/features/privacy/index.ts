export { PrivacyPanel } from './PrivacyPanel'
