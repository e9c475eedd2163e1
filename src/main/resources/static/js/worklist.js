// The list of exams by keyboard, and what happens to those that are ticked. Without this script all of it works with Tab and Space.

import { bindCombobox } from './combobox.js';
import { fill } from './page.js';

const OFF = 'worklist-keys-off';

const list = document.getElementById('worklist');
const filter = document.getElementById('filter');
const selection = document.getElementById('selection');
const counter = document.getElementById('picked');
const keys = document.getElementById('keys');
const keysOn = document.getElementById('keys-on');

/** Ids of ticked exams, and the one that has the focus: the list is laid anew while exams are on their way. */
const picked = new Set();
let focused = null;

const links = () => [...list.querySelectorAll('#shelf tr[data-exam] .stretched-link')];
const boxes = () => [...list.querySelectorAll('#shelf input[name=exam]')];
const rowOf = element => element?.closest?.('#shelf tr[data-exam]');

function tell() {
    const all = boxes();
    const pickAll = document.getElementById('pick-all');
    if (pickAll) {
        pickAll.hidden = false;
        pickAll.checked = all.length > 0 && all.every(box => box.checked);
        pickAll.indeterminate = !pickAll.checked && all.some(box => box.checked);
    }
    counter.textContent = fill(counter.dataset.text, picked.size);
    selection.hidden = picked.size === 0;
}

function pick(box, wanted) {
    box.checked = wanted;
    if (wanted) {
        picked.add(box.value);
    } else {
        picked.delete(box.value);
    }
}

/** Ticks and focus as they were before the list was laid anew. */
function restore() {
    const there = new Set(boxes().map(box => box.value));
    [...picked].filter(id => !there.has(id)).forEach(id => picked.delete(id));
    boxes().forEach(box => pick(box, box.checked || picked.has(box.value)));
    const row = focused && list.querySelector(`#shelf tr[data-exam="${focused.exam}"]`);
    if (row && document.activeElement === document.body) {
        row.querySelector(focused.box ? 'input[name=exam]' : '.stretched-link').focus({ preventScroll: true });
    }
    tell();
}

function step(by) {
    const all = links();
    const row = rowOf(document.activeElement);
    const at = row ? all.findIndex(link => row.contains(link)) : by > 0 ? -1 : all.length;
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

function toggle() {
    const box = rowOf(document.activeElement)?.querySelector('input[name=exam]');
    if (box) {
        pick(box, !box.checked);
        tell();
    }
}

function toFilter() {
    filter.open = true;
    filter.querySelector('select').focus();
}

const inRow = act => event => {
    if (rowOf(event.target)) {
        act();
        return true;
    }
    return false;
};
const always = act => () => {
    act();
    return true;
};

const ACTIONS = {
    j: always(() => step(1)),
    k: always(() => step(-1)),
    ArrowDown: inRow(() => step(1)),
    ArrowUp: inRow(() => step(-1)),
    x: inRow(toggle),
    l: always(() => document.getElementById('label')?.focus()),
    '/': always(toFilter),
    '?': always(() => keys.showModal()),
};

const typing = element => element.matches('textarea, select, [contenteditable], input:not([type=checkbox])');

document.addEventListener('keydown', event => {
    const free = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing && !keys.open && keysOn.checked;
    if (free && !typing(event.target) && ACTIONS[event.key]?.(event)) {
        event.preventDefault();
    }
});

list.addEventListener('change', event => {
    if (event.target.id === 'pick-all') {
        boxes().forEach(box => pick(box, event.target.checked));
        tell();
    } else if (event.target.name === 'exam') {
        pick(event.target, event.target.checked);
        tell();
    }
});
document.addEventListener('focusin', event => {
    const row = rowOf(event.target);
    focused = row ? { exam: row.dataset.exam, box: event.target.name === 'exam' } : null;
});

keysOn.checked = localStorage.getItem(OFF) === null;
keysOn.addEventListener('change', () => {
    if (keysOn.checked) {
        localStorage.removeItem(OFF);
    } else {
        localStorage.setItem(OFF, 'true');
    }
});
const showKeys = document.getElementById('show-keys');
showKeys.hidden = false;
showKeys.addEventListener('click', () => keys.showModal());

bindCombobox(filter.querySelector('.combobox'));
new MutationObserver(restore).observe(list, { childList: true });
selection.classList.add('picking');
restore();
if (matchMedia('(min-width: 992px)').matches) {
    filter.open = true;
}
