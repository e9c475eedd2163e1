// What keys do. Letters can be switched off, for those whose hands or voices press them by accident (WCAG 2.1.4).

import { one } from './page.js';
import { SHAPES } from './tools.js';

const PAGE = 10;

/** Keys that take a tool, press a button, or choose a window; they are those that the buttons show. */
const BUTTONS = new Map([...document.querySelectorAll('[data-key]')].map(button => [button.dataset.key, button]));

const STEPS = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1, PageUp: -PAGE, PageDown: PAGE, Home: -Infinity, End: Infinity };

/** What Shift and an arrow do with the tool in hand: right and down are positive. */
const SHIFTED = {
    window: (pane, right, down) => pane.shiftWindow(right, -down),
    zoom: (pane, right, down) => pane.zoom(1.1 ** (right - down)),
    pan: (pane, right, down) => pane.pan(20 * right, 20 * down),
};
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A key that means something where it is pressed is left to that. */
function elsewhere({ target, ctrlKey, altKey, metaKey }) {
    return ctrlKey || altKey || metaKey || target.closest('select, dialog') !== null;
}

function onButton(event) {
    return ['Enter', ' '].includes(event.key) && event.target.closest('button, a, summary') !== null;
}

/** Listens to keys on behalf of what the workbench has in hand. */
export function listenToKeys(workbench) {
    document.addEventListener('keydown', event => {
        if (!elsewhere(event) && !onButton(event) && press(event, workbench)) {
            event.preventDefault();
        }
    });
}

function press(event, workbench) {
    const { active: pane, tool } = workbench;
    if (event.target.closest('input')) {
        return letter(event); // arrows move the slider
    }
    if (SHAPES.includes(tool) && event.target === pane.stage && workbench.crosshairOf(pane).take(event, tool, workbench.say)) {
        return true;
    }
    if (event.shiftKey && ARROWS[event.key] && SHIFTED[tool]) {
        SHIFTED[tool](pane, ...ARROWS[event.key]);
        return true;
    }
    if (STEPS[event.key]) {
        pane.go(pane.index + STEPS[event.key]);
        return true;
    }
    return letter(event);
}

function letter(event) {
    const button = BUTTONS.get(event.key.toLowerCase());
    if (!button || button.disabled || button.closest('[hidden]') || !one('#letters').checked) {
        return false;
    }
    button.click();
    return true;
}
