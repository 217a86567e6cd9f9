export * from './share-interval.ts'
