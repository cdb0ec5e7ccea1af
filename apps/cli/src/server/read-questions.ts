// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { Server } from './server.js';
import { serverDocument } from './server-document.js';

/** Something that is not known, and what an answer could change; the keys of `show questions --json`. */
export interface AskedNext {
  readonly position: number;
  readonly product: string;
  readonly asks: string;
  readonly part: string | null;
  /** What the criterion, its part or the gate is called. */
  readonly about: string;
  readonly questions: readonly string[];
  /** The questions as they are asked, in the order of `questions`. */
  readonly texts: readonly string[];
  readonly expectedRankChange: number;
  readonly changesFirst01: number;
}

/** What to ask next for the goal, the most rank change first. */
export interface Questions {
  readonly total: number;
  readonly questions: readonly AskedNext[];
}

type Node = Omit<AskedNext, 'product' | 'about' | 'texts'> & { readonly candidate: { readonly product: { readonly name: string } } };
type Wording = Readonly<Record<Language, string>>;

interface Definition {
  readonly criteria: readonly { readonly id: string; readonly name: Wording; readonly measure: { readonly parts?: readonly { readonly id: string; readonly name: Wording }[] } }[];
  readonly gates: readonly { readonly id: string; readonly name: Wording }[];
}

interface Answer {
  readonly openQuestions: { readonly totalCount: number; readonly nodes: readonly Node[] };
  readonly scoringRuns: { readonly nodes: readonly { readonly model: { readonly definition: Definition } }[] };
  readonly questionnaires: { readonly nodes: readonly { readonly definition: { readonly questions: readonly { readonly id: string; readonly text: Wording }[] } }[] };
}

const SHOWN = 30;
const QUERY = serverDocument(`{ openQuestions(first: ${SHOWN}, filter: { axis: "GOAL" }) { totalCount nodes { position asks part questions expectedRankChange changesFirst01 candidate { product { name } } } }
  scoringRuns(first: 1) { nodes { model { definition } } } questionnaires(first: 1000) { nodes { definition } } }`);

export async function readQuestions(server: Server, language: Language): Promise<Questions> {
  const { openQuestions, scoringRuns, questionnaires } = await server.ask<Answer>(QUERY);
  const model = scoringRuns.nodes[0]?.model.definition;
  const names = new Map([...(model?.criteria ?? []), ...(model?.gates ?? [])].map(({ id, name }) => [id, name[language]]));
  for (const { id, measure } of model?.criteria ?? []) for (const part of measure.parts ?? []) names.set(`${id} ${part.id}`, part.name[language]);
  const texts = new Map(questionnaires.nodes.flatMap(({ definition }) => definition.questions.map(({ id, text }) => [id, text[language]] as const)));
  return {
    total: openQuestions.totalCount,
    questions: openQuestions.nodes.map(({ candidate, ...node }) => ({
      ...node,
      product: candidate.product.name,
      about: names.get(node.part === null ? node.asks : `${node.asks} ${node.part}`) ?? node.asks,
      texts: node.questions.map((id) => texts.get(id) ?? id),
    })),
  };
}
