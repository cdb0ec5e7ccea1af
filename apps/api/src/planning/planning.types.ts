// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Product } from '../catalogue/index.js';
import { answerOf } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { JobStarted } from '../platform/jobs/jobs.types.js';
import { Needs } from '../platform/permissions/needs.js';
import { Candidate, ScoringRun } from '../scoring/index.js';

export enum PlanStatus {
  OPTIMAL = 'OPTIMAL',
  FEASIBLE = 'FEASIBLE',
  INFEASIBLE = 'INFEASIBLE',
}
registerEnumType(PlanStatus, { name: 'PlanStatus', description: 'Proven best; keeps every demand, with the proven gap; proven impossible.' });

export enum UnknownSaving {
  COST = 'COST',
  CONTRACT_END = 'CONTRACT_END',
}
registerEnumType(UnknownSaving, { name: 'UnknownSaving', description: 'What the old product costs is not known; how to leave its contract is not known.' });

@ObjectType({ implements: () => [Node], description: 'What planning is done under: horizon, money, teams, blackouts; never changed once it is there.' })
export class Scenario extends Node {
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => JsonScalar, { description: 'Periods with budget, teams with capacity, blackouts, change load per department, discount rate.' })
  definition!: unknown;
  @Field(() => InstantScalar, { description: 'When it was made.' })
  createdAt!: string;
}

@ObjectType({ description: 'Why a candidate is in no wave.' })
export class PlanReason {
  @Field({ description: 'Stable code.' })
  code!: string;
  @Field({ description: 'In German.' })
  de!: string;
  @Field({ description: 'In English.' })
  en!: string;
}

@ObjectType({ description: 'A migration in a wave.' })
export class WaveItem {
  @Field(() => Candidate, { description: 'The candidate, as it was scored.' })
  candidate!: unknown;
  @Field(() => Product, { description: 'The product that goes.' })
  product!: unknown;
  @Field(() => Product, { description: 'The product that comes.' })
  alternative!: unknown;
  @Field({ description: 'Whether its size is not known and the scenario’s assumption was used.' })
  sizeIsAssumed!: boolean;
  @Field(() => UnknownSaving, { nullable: true, description: 'Why nobody knows what it saves; the plan then counts on no saving from it. Null where it is known.' })
  savingUnknownBecause!: UnknownSaving | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of support of the old product, where no migration within the horizon can be done by then: it was planned without this deadline. Null where it was kept, or there is none.' })
  supportEndedBefore!: string | null;
}

@Needs('planning:read')
@ObjectType({ implements: () => [Node], description: 'The migrations that start in one period (Zwischenstopp).' })
export class Wave extends Node {
  @Field(() => Int, { description: 'Period of the scenario, from 0.' })
  period!: number;
  @Field(() => DateScalar, { description: 'First day.' })
  startsOn!: string;
  @Field(() => CentsScalar, { description: 'One-off and dual-running cost of its migrations within the horizon, in euro cents.' })
  costCents!: number;
  @Field(() => CentsScalar, { description: 'What its migrations save within the horizon, in euro cents.' })
  savingCents!: number;
  @Field(() => Float, { description: 'Person-days of its migrations.' })
  effortDays!: number;
  @Field(() => CentsScalar, { nullable: true, description: 'Budget of the period in euro cents; null: no limit.' })
  budgetCents!: number | null;
  @Field(() => JsonScalar, { description: 'Teams in this period: a list of { team, effortDays, capacityDays, utilisation01 }.' })
  teams!: unknown;
  @Field(() => [WaveItem], { description: 'Its migrations.' })
  items!: WaveItem[];
}

@ObjectType({ description: 'A candidate that is in no wave.' })
export class UnscheduledItem {
  @Field(() => Candidate, { description: 'The candidate.' })
  candidate!: unknown;
  @Field(() => Product, { description: 'The product that stays for now.' })
  product!: unknown;
  @Field(() => PlanReason, { description: 'What stands in the way.' })
  reason!: PlanReason;
}

@ObjectType({ description: 'What happens in one period of a plan, whatever began before; not discounted.' })
export class PlanPeriod {
  @Field(() => Int, { description: 'Period of the scenario, from 0.' })
  period!: number;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn!: string | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Budget in euro cents; null: no limit.' })
  budgetCents!: number | null;
  @Field(() => CentsScalar, { description: 'What of it is used.' })
  budgetUsedCents!: number;
  @Field(() => CentsScalar, { description: 'Cost of running old and new beside each other.' })
  dualRunCents!: number;
  @Field(() => CentsScalar, { description: 'What is saved; migrations of which nobody knows the saving count as none.' })
  savingCents!: number;
  @Field(() => CentsScalar, { description: 'Savings less one-off and dual-running cost.' })
  cashFlowCents!: number;
  @Field(() => CentsScalar, { description: 'The same since the first period.' })
  cumulatedCashCents!: number;
  @Field(() => Float, { description: 'Points of goal contribution of all that is done by the end of the period.' })
  cumulatedValue!: number;
  @Field(() => JsonScalar, { description: 'Teams in this period: a list of { team, effortDays, capacityDays, utilisation01 }.' })
  teams!: unknown;
}

@ObjectType({ implements: () => [Node], description: 'The answer to a scenario on one scoring run: waves, and the proof of how good they are; never changed.' })
export class Plan extends Node {
  @Field(() => Scenario, { description: 'The scenario.' })
  scenario!: unknown;
  @Field(() => ScoringRun, { description: 'The run it rests on.' })
  run!: unknown;
  @Field(() => PlanStatus, { description: 'What is proven.' })
  status!: PlanStatus;
  @Field(() => Float, { nullable: true, description: 'Worth of the plan in discounted euro cents; null without a plan.' })
  objective!: number | null;
  @Field(() => Float, { nullable: true, description: 'No plan can be worth more than this.' })
  bound!: number | null;
  @Field(() => Float, { nullable: true, description: 'Distance to the bound as a share of the objective, 0 to 1.' })
  gap01!: number | null;
  @Field(() => String, { nullable: true, description: 'Where the proof of the bound comes from.' })
  boundSource!: string | null;
  @Field(() => Float, { description: 'Seed of the search.' })
  seed!: number;
  @Field(() => [Wave], { description: 'The waves in order; periods in which nothing starts are left out.' })
  waves!: Wave[];
  @Field(() => [PlanPeriod], { description: 'Every period with cash flow and use of teams; empty where there is no plan.' })
  periods!: PlanPeriod[];
  @Field(() => [UnscheduledItem], { description: 'Candidates in no wave, each with what stands in the way.' })
  unscheduled!: UnscheduledItem[];
  @Field(() => [PlanReason], { description: 'Demands that cannot be met together, where there is no plan.' })
  conflicts!: PlanReason[];
  @Field(() => JsonScalar, { description: 'The problem as the solver got it (PROBLEM.json).' })
  problem!: unknown;
  @Field(() => JsonScalar, { description: 'The solver’s answer in full: figures per period, shadow prices, cycles, report.' })
  result!: unknown;
  @Field({ description: 'Whether it is the plan in force.' })
  isInForce!: boolean;
  @Field(() => InstantScalar, { description: 'When it was finished.' })
  finishedAt!: string;
}

export const PlanOrderField = orderFieldsOf('Plan', { FINISHED_AT: 'FINISHED_AT' });
export const ScenarioOrderField = orderFieldsOf('Scenario', { NAME: 'NAME' });

@InputType({ description: 'Which plans.' })
export class PlanFilter {
  @Field(() => String, { nullable: true, description: 'Name of the scenario.' })
  scenario?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only the plan in force, or all others.' })
  isInForce?: boolean;
}

@InputType({ description: 'Which scenarios.' })
export class ScenarioFilter {
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string;
}

export const PlanConnection = connectionOf(Plan, 'plans');
export const ScenarioConnection = connectionOf(Scenario, 'scenarios');
export const PlanListArgs = listArgsOf(PlanFilter, orderOf('Plan', PlanOrderField));
export const ScenarioListArgs = listArgsOf(ScenarioFilter, orderOf('Scenario', ScenarioOrderField));

@InputType({ description: 'A migration that starts when somebody wants it to.' })
export class PlanLockInput {
  @Field({ description: 'Key of the product that goes.' })
  product!: string;
  @Field(() => Int, { nullable: true, description: 'Period of the scenario in which it starts, from 0; it stays in no wave where this is left out.' })
  period?: number | null;
}

@InputType({ description: 'What to plan.' })
export class StartPlanningInput {
  @Field(() => String, { nullable: true, description: 'Name of the scenario; the first there is, or a modest default, unless given.' })
  scenario?: string;
  @Field(() => Float, { defaultValue: 20, description: 'Seconds for the search, at most 3,600.' })
  timeLimitSeconds!: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the search.' })
  seed!: number;
  @Field(() => Boolean, { defaultValue: false, description: 'Counts work instead of time: the same scenario on the same run gives the same plan again; takes longer.' })
  deterministic!: boolean;
  @Field(() => Int, { nullable: true, description: 'At most so many migrations may be moved, added or dropped against the plan in force; any number where it is left out.' })
  maxChanges?: number | null;
  @Field(() => [PlanLockInput], { nullable: true, description: 'Starts that are wished; what the plan cannot keep with them is told as its conflicts. What has begun stays where it is in any case.' })
  locks?: PlanLockInput[] | null;
}

@ObjectType({ description: 'Planning was queued; while it runs, the summary of the job holds { phase, objective, bound, gap01 } of the best plan so far.' })
export class StartPlanningSuccess extends JobStarted {}
export const StartPlanningPayload = answerOf('startPlanning', StartPlanningSuccess);

@InputType({ description: 'A scenario.' })
export class CreateScenarioInput {
  @Field({ description: 'Name, not yet taken.' })
  name!: string;
  @Field(() => JsonScalar, { description: '{ periods: [{ startsOn, endsOn, budgetCents }], teams: [{ id, name, capacityDays: [per period] }], blackouts: [{ startsOn, endsOn, reason, departmentIds }], changeLoad: { department: number } (the department’s own limit where nothing is said of it), assumedSeats, centsPerValuePoint, discount01 }.' })
  definition!: unknown;
}

@ObjectType({ description: 'The scenario is kept.' })
export class CreateScenarioSuccess {
  @Field(() => Scenario, { description: 'The scenario.' })
  scenario!: unknown;
}
export const CreateScenarioPayload = answerOf('createScenario', CreateScenarioSuccess);

@InputType({ description: 'A team with more or fewer days.' })
export class TeamChangeInput {
  @Field({ description: 'Id of the team in the scenario.' })
  team!: string;
  @Field(() => Float, { description: '0: away; 0.5: half its days; 2: one more of the same; at most 100.' })
  factor!: number;
  @Field(() => [Int], { nullable: true, description: 'In these periods, from 0; in all where it is left out.' })
  periods?: number[] | null;
}

@InputType({ description: 'What is different from another scenario.' })
export class DeriveScenarioInput {
  @Field({ description: 'Name of the scenario to start from.' })
  from!: string;
  @Field({ description: 'Name of the new one, not yet taken.' })
  name!: string;
  @Field(() => Float, { nullable: true, description: '0.8: 20 % less in every period; at most 100.' })
  budgetFactor?: number | null;
  @Field(() => [TeamChangeInput], { nullable: true, description: 'Teams with more or fewer days.' })
  teams?: TeamChangeInput[] | null;
}

@ObjectType({ description: 'The scenario is kept.' })
export class DeriveScenarioSuccess {
  @Field(() => Scenario, { description: 'The scenario.' })
  scenario!: unknown;
}
export const DeriveScenarioPayload = answerOf('deriveScenario', DeriveScenarioSuccess);

@InputType({ description: 'Which curve of goal contribution against budget.' })
export class StartFrontierInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the plan whose problem is planned under other budgets; the newest where it is left out.' })
  plan?: string | null;
  @Field(() => Float, { defaultValue: 40, description: 'Seconds for all points together, at most 3,600.' })
  timeLimitSeconds!: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the search.' })
  seed!: number;
}

@ObjectType({ description: 'The curve was queued; the summary of the job will hold its points: { budgetFactor, budgetCents, value, costCents, objective, bound, efficient }.' })
export class StartFrontierSuccess extends JobStarted {}
export const StartFrontierPayload = answerOf('startFrontier', StartFrontierSuccess);
