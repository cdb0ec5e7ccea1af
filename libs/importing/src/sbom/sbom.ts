// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';

/** One part of a software bill of materials. Null: the document does not say. */
export interface SbomComponent {
  /** Its name; its purl or its place in the document where the name is empty. */
  readonly name: string;
  readonly version: string | null;
  readonly vendor: string | null;
  readonly purl: string | null;
  readonly cpe: string | null;
  /** License as the document gives it: an expression, or names; concluded before declared; not judged here. */
  readonly license: string | null;
  /** What its makers declare, where the document concludes something else, so that `license` is not that; null otherwise. */
  readonly declaredLicense: string | null;
  /** Where it stands in the document: `components[3]`, or its SPDX id. */
  readonly path: string;
}

/** What a bill of materials says of itself. */
export interface SbomHead {
  readonly format: 'CycloneDX' | 'SPDX';
  /** `1.5` of CycloneDX, `2.3` of SPDX. */
  readonly specVersion: string;
  readonly encoding: 'json' | 'xml' | 'yaml' | 'tag-value' | 'json-ld';
  /** Name of the document or of the product it describes. */
  readonly name: string | null;
  /** The product that the document describes, where it is told apart from its parts. */
  readonly subject: SbomComponent | null;
  /** Where the document departs from its standard without harm: something that is not needed here is missing. Codes `IMPORTING.SBOM_DEVIATES`. */
  readonly deviations: readonly Problem[];
}

/** A bill of materials that was read and found valid. */
export interface Sbom extends SbomHead {
  readonly components: readonly SbomComponent[];
}

/** Takes the parts of a bill one by one, in the order of the document, as they are read; whether the whole is valid shows only at its end. */
export type ComponentSink = (component: SbomComponent) => void;

/**
 * Hands in the text of a schema file that CycloneDX publishes, by its name: `bom-1.5.SNAPSHOT.schema.json`, `bom-1.5.SNAPSHOT.xsd`,
 * `spdx.SNAPSHOT.xsd`. The files lie in `@cyclonedx/cyclonedx-library/res/schema`.
 */
export type SchemaSource = (fileName: string) => string;
