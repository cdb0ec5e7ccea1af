// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { DEPARTMENT_TABLE } from './data/departments.js';
import type { DemoDepartment } from './demo-city.js';

/** The 60 departments of the city, parents before children; users grow with the factor, the tree does not. */
export function demoDepartments(factor: number): DemoDepartment[] {
  return DEPARTMENT_TABLE.map(([id, parentId, name, kind, users, changeLoadLimit]) => ({
    id, parentId, name, kind, users: Math.round(users * factor), changeLoadLimit,
  }));
}
