export { GuidanceScreen as default } from './GuidanceScreen'
