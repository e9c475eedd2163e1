// What mouse, finger and pen do: one tool at the primary button and one finger, the others where hands expect them.

import {
    addTool, AngleTool, EllipticalROITool, Enums, LengthTool, PanTool, RectangleROITool, StackScrollTool, ToolGroupManager, WindowLevelTool,
    ZoomTool, annotation, cursors,
} from '@cornerstonejs/tools';
import { angleLines, areaLines, lengthLines } from './figures.js';

const { Primary, Secondary, Auxiliary, Wheel } = Enums.MouseBindings;
const GROUP = 'viewer';

/** The tools that a doctor can take in hand, by the names of their buttons. */
export const TOOLS = {
    scroll: StackScrollTool,
    window: WindowLevelTool,
    zoom: ZoomTool,
    pan: PanTool,
    LENGTH: LengthTool,
    ANGLE: AngleTool,
    RECTANGLE: RectangleROITool,
    ELLIPSE: EllipticalROITool,
};

/** The tools that draw, by the shape that they draw. */
export const SHAPES = ['LENGTH', 'ANGLE', 'RECTANGLE', 'ELLIPSE'];

const LINES = { LENGTH: lengthLines, ANGLE: angleLines, RECTANGLE: areaLines, ELLIPSE: areaLines };

/** Where tools always are, whichever is in hand: the wheel scrolls, the right button and two fingers zoom, the middle button pans. */
const ALWAYS = {
    scroll: [{ mouseButton: Wheel }],
    zoom: [{ mouseButton: Secondary }, { numTouchPoints: 2 }],
    pan: [{ mouseButton: Auxiliary }, { numTouchPoints: 3 }],
};
const IN_HAND = [{ mouseButton: Primary }, { numTouchPoints: 1 }];

/** Yellow on the dark, with figures that can be read over bone; what is touched turns white. */
const STYLE = {
    color: '#ffd75e',
    colorHighlighted: '#ffffff',
    colorSelected: '#ffffff',
    lineWidth: '1.5',
    textBoxColor: '#ffd75e',
    textBoxColorHighlighted: '#ffffff',
    textBoxColorSelected: '#ffffff',
    textBoxFontFamily: 'system-ui, sans-serif',
    textBoxFontSize: '13px',
    textBoxBackground: 'rgba(7, 9, 12, .78)',
    textBoxBorderRadius: 3,
    textBoxMargin: 4,
};

let group;

/** Makes the tools known. */
export function initTools() {
    Object.keys(cursors.CursorSVG).forEach(name => delete cursors.CursorSVG[name]); // pictures that our policy does not let in
    group = ToolGroupManager.createToolGroup(GROUP);
    for (const [name, tool] of Object.entries(TOOLS)) {
        addTool(tool);
        group.addTool(tool.toolName, LINES[name] ? { getTextLines: LINES[name], actions: {} } : {});
    }
    const { global } = annotation.config.style.getDefaultToolStyles();
    annotation.config.style.setDefaultToolStyles({ global: { ...global, ...STYLE } });
}

/** Puts a viewport under the tools' hands. */
export const equip = (viewportId, engineId) => group.addViewport(viewportId, engineId);

/** Takes one tool in hand. */
export function take(wanted) {
    for (const [name, tool] of Object.entries(TOOLS)) {
        group.setToolPassive(tool.toolName, { removeAllBindings: true });
        const bindings = [...(name === wanted ? IN_HAND : []), ...(ALWAYS[name] ?? [])];
        if (bindings.length > 0) {
            group.setToolActive(tool.toolName, { bindings });
        }
    }
}
