// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** One part of a software bill of materials. Null: the document does not say. */
export interface SbomComponent {
  readonly name: string;
  readonly version: string | null;
  readonly vendor: string | null;
  readonly purl: string | null;
  readonly cpe: string | null;
  /** License as the document gives it: an expression, or names; concluded before declared; not judged here. */
  readonly license: string | null;
  /** Where it stands in the document: `components[3]`, or its SPDX id. */
  readonly path: string;
}

/** A bill of materials that was read and found valid. */
export interface Sbom {
  readonly format: 'CycloneDX' | 'SPDX';
  /** `1.5` of CycloneDX, `2.3` of SPDX. */
  readonly specVersion: string;
  readonly encoding: 'json' | 'xml' | 'yaml' | 'tag-value' | 'json-ld';
  /** Name of the document or of the product it describes. */
  readonly name: string | null;
  /** The product that the document describes, where it is told apart from its parts. */
  readonly subject: SbomComponent | null;
  readonly components: readonly SbomComponent[];
}

/**
 * Hands in the text of a schema file that CycloneDX publishes, by its name: `bom-1.5.SNAPSHOT.schema.json`, `bom-1.5.SNAPSHOT.xsd`,
 * `spdx.SNAPSHOT.xsd`. The files lie in `@cyclonedx/cyclonedx-library/res/schema`.
 */
export type SchemaSource = (fileName: string) => string;
