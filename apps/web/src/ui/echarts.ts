// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { BarChart, CustomChart, GraphChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

register([AriaComponent, BarChart, CanvasRenderer, CustomChart, GraphChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, ScatterChart, TooltipComponent]);

export { init };
