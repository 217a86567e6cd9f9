export { seedBulk } from './bulk.ts'
export { demoCommunityId, demoOrganizationId } from './ids.ts'
export { DemoProblem } from './problem.ts'
export { seedDemo } from './seed-demo.ts'
