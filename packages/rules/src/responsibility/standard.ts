import type { ResponsibilityRule } from './rule-set.ts'
import { warrantyTerms } from '../warranty/terms.ts'
import type { Component } from './words.ts'
import { components } from './words.ts'

type Words = { readonly zh: string; readonly en: string }

/** A rule with its words: on which law or clause it rests, and what the property company does meanwhile. */
export type StandardRule = ResponsibilityRule & { readonly basis: Words; readonly interim: Words }

const act = {
  own: {
    zh: '《民法典》第二百七十二条：专有部分由业主占有、使用，并由其维修',
    en: 'Civil Code art. 272: an exclusive part is the owner’s to hold, use and keep',
  },
  upkeep: {
    zh: '《民法典》第九百四十二条及物业服务合同：共用部分由物业养护；大中修、更新改造从维修资金列支',
    en: 'Civil Code art. 942 and the service contract: common parts are kept by the property company; major repairs come from the maintenance fund',
  },
  warranty: {
    zh: '《建设工程质量管理条例》第四十条、《住宅质量保证书》：保修期内由建设单位负责维修',
    en: 'Construction Quality Regulation art. 40 and the house warranty: within the warranty the developer repairs',
  },
  datesMissing: {
    zh: '《建设工程质量管理条例》第四十条；竣工验收或交付日期未登记，先向建设单位主张',
    en: 'Construction Quality Regulation art. 40; acceptance or handover date not recorded, so the developer is asked first',
  },
  utility: {
    zh: '《物业管理条例》第五十一条：供水、供电、供气、供热、通信、有线电视单位负责区内管线和设备的维修',
    en: 'Property Management Regulation art. 51: water, power, gas, heat, telecom and cable companies keep their lines and equipment in the area',
  },
  gasOwn: {
    zh: '《城镇燃气管理条例》第十九条：专有部分以外由燃气企业负责，户内由用户负责',
    en: 'Gas Regulation art. 19: the operator answers outside the exclusive part, the user inside',
  },
  fault: {
    zh: '《民法典》第一千一百六十五条：有过错的人承担责任',
    en: 'Civil Code art. 1165: whoever is at fault is liable',
  },
  neighbour: {
    zh: '《民法典》第二百九十六条、第一千一百六十五条：用水、排水给相邻方造成损害的，由造成的一方承担',
    en: 'Civil Code arts. 296 and 1165: who harms a neighbour by using or draining water makes it good',
  },
  conduct: {
    zh: '《生态环境法典》第五百九十九条：物业应劝阻、调解邻里噪声，无效时报告',
    en: 'Ecology Code art. 599: the property company dissuades and mediates, and reports when that fails',
  },
  city: {
    zh: '市政公用设施，由属地街道协调主管单位',
    en: 'A facility of the city; the street office finds the authority in charge',
  },
} as const satisfies Record<string, Words>

const meanwhile = {
  look: {
    zh: '两小时内上门查看、拍照，先止水断险',
    en: 'Look within two hours, take photos, stop the water or the danger first',
  },
  valve: {
    zh: '先关分户阀或立管阀，挡水引流，保护家中财物',
    en: 'Close the home or riser valve, catch the water, protect belongings',
  },
  fence: { zh: '围挡警示，防止伤人，每日查看一次', en: 'Fence it off, warn, look once a day' },
  gas: {
    zh: '疏散、开窗、禁火禁电，关总阀，立即拨打燃气抢修电话',
    en: 'Clear the place, open windows, no flame or switch, close the main valve, call the gas company at once',
  },
  power: {
    zh: '断开故障回路，保证公共照明和电梯，说明预计恢复时间',
    en: 'Cut the faulty circuit, keep lights and lifts on, say when power is expected',
  },
  tell: {
    zh: '替住户联系责任方、跟到办结，每次进展都告知',
    en: 'Call the party for the resident, follow it to the end, tell every step',
  },
  advise: {
    zh: '上门查明原因，给出维修建议和有偿服务价目，由业主选择',
    en: 'Find the cause on site, advise, show the price list, let the owner choose',
  },
  repair: {
    zh: '按服务时限修复，超过日常养护范围的提交维修资金使用方案',
    en: 'Repair within the service time; propose use of the fund where upkeep does not reach',
  },
  first: {
    zh: '先修复、保留证据，再向造成损坏的人追偿',
    en: 'Repair first, keep the evidence, then recover the cost',
  },
  mediate: {
    zh: '当日上门劝阻、调解并留下记录，无效时报告街道或公安',
    en: 'Dissuade and mediate the same day and keep a record; report when it goes on',
  },
} as const satisfies Record<string, Words>

const any: never[] = []
const pipes: Component[] = ['water-pipe', 'drain', 'blockage', 'wet-room']
const warranted = components.filter((it) => Object.keys(warrantyTerms[it]).length > 0)

/**
 * The list a community starts with, in the order in which it is asked: conduct, the city's and the utilities' parts,
 * fault, warranty, then owner or common upkeep. Where a city draws another line (the household meter, say), the
 * community edits it; nothing here is read once a version is published.
 */
export const standardRules: readonly StandardRule[] = [
  {
    match: { components: ['conduct'], sides: ['own', 'common'], causes: any, warranty: any },
    party: 'neighbour',
    basis: act.conduct,
    interim: meanwhile.mediate,
  },
  {
    match: { components: ['water-pipe'], sides: ['municipal'], causes: any, warranty: any },
    party: 'water',
    basis: act.utility,
    interim: meanwhile.tell,
  },
  {
    match: { components: ['electrical', 'lamp-switch'], sides: ['municipal'], causes: any, warranty: any },
    party: 'power',
    basis: act.utility,
    interim: meanwhile.power,
  },
  {
    match: { components: ['gas'], sides: ['common', 'municipal'], causes: any, warranty: any },
    party: 'gas',
    basis: act.gasOwn,
    interim: meanwhile.gas,
  },
  {
    match: { components: ['heating'], sides: ['municipal'], causes: any, warranty: any },
    party: 'heat',
    basis: act.utility,
    interim: meanwhile.tell,
  },
  {
    match: { components: ['telecom'], sides: any, causes: any, warranty: any },
    party: 'telecom',
    basis: act.utility,
    interim: meanwhile.tell,
  },
  {
    match: { components: any, sides: ['municipal'], causes: any, warranty: any },
    party: 'street-office',
    basis: act.city,
    interim: meanwhile.fence,
  },
  {
    match: { components: pipes, sides: ['own'], causes: ['third-party'], warranty: any },
    party: 'neighbour',
    basis: act.neighbour,
    interim: meanwhile.valve,
  },
  {
    match: { components: any, sides: any, causes: ['third-party'], warranty: any },
    party: 'causer',
    basis: act.fault,
    interim: meanwhile.first,
  },
  {
    match: { components: any, sides: ['own'], causes: ['misuse'], warranty: any },
    party: 'owner',
    basis: act.own,
    interim: meanwhile.advise,
  },
  {
    match: { components: any, sides: ['common'], causes: ['misuse'], warranty: any },
    party: 'causer',
    basis: act.fault,
    interim: meanwhile.first,
  },
  {
    match: {
      components: warranted,
      sides: any,
      causes: ['construction', 'wear', 'unknown'],
      warranty: ['in'],
    },
    party: 'developer',
    basis: act.warranty,
    interim: meanwhile.look,
  },
  {
    match: { components: warranted, sides: any, causes: ['construction'], warranty: ['unknown'] },
    party: 'developer',
    basis: act.datesMissing,
    interim: meanwhile.look,
  },
  {
    match: { components: ['heating'], sides: ['common'], causes: any, warranty: any },
    party: 'heat',
    basis: act.utility,
    interim: meanwhile.tell,
  },
  {
    match: { components: ['gas'], sides: ['own'], causes: any, warranty: any },
    party: 'owner',
    basis: act.gasOwn,
    interim: meanwhile.gas,
  },
  {
    match: { components: any, sides: ['own'], causes: ['unknown'], warranty: any },
    party: 'property',
    basis: act.upkeep,
    interim: meanwhile.look,
  },
  {
    match: { components: any, sides: ['common'], causes: any, warranty: any },
    party: 'property',
    basis: act.upkeep,
    interim: meanwhile.repair,
  },
  {
    match: { components: any, sides: any, causes: any, warranty: any },
    party: 'owner',
    basis: act.own,
    interim: meanwhile.advise,
  },
]
