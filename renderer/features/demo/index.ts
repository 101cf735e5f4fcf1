export { DemoStart as default } from './DemoStart'
