export { seedBulk } from './bulk.ts'
export { demoCommunityId } from './ids.ts'
export { DemoProblem } from './problem.ts'
export { seedDemo } from './seed-demo.ts'
