#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import '../../../dist/apps/cli/src/main.js';
