// The page on which a doctor judges masks: steps through the frames, uncovers, draws, confirms.

import { fill } from './page.js';
import { ask, deliver, reasonOf } from './session.js';

const SVG = 'http://www.w3.org/2000/svg';
const SMALLEST = 4;

const page = document.getElementById('masks');
const texts = document.getElementById('mask-texts').dataset;
const canvas = document.getElementById('canvas');
const picture = canvas.querySelector('image');
const layer = canvas.querySelector('g');
const list = document.getElementById('list');
const slider = document.getElementById('frame');
const allFrames = document.getElementById('all-frames');
const confirmation = document.getElementById('confirm');
const problem = document.getElementById('problem');

/** One entry a frame: {image, series, frame, judged, masks: [{id, x, y, width, height, origin}]}. */
let frames = [];
let current = 0;
const removed = new Set();
/** Rectangles drawn here: {frames: [indices], x, y, width, height}. */
const drawn = [];

const drawnHere = () => drawn.filter(one => one.frames.includes(current));
const masked = frame => frame.masks.length > 0;

const SIDES = ['x', 'y', 'width', 'height'];

function place(shape, where) {
    SIDES.forEach(side => shape.setAttribute(side, where[side]));
}

function rectangle(where, kind) {
    const shape = document.createElementNS(SVG, 'rect');
    place(shape, where);
    shape.setAttribute('class', kind);
    return shape;
}

function paint() {
    const here = frames[current];
    layer.replaceChildren(
        ...here.masks.map(mask => rectangle(mask, removed.has(mask.id) ? 'uncovered' : 'covered')),
        ...drawnHere().map(one => rectangle(one, 'drawn')),
    );
}

function button(text, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn btn-sm btn-outline-secondary';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
}

function row(title, ...parts) {
    const entry = document.createElement('li');
    const name = document.createElement('strong');
    name.textContent = title;
    entry.append(name, ...parts);
    return entry;
}

function rowOfFound(mask, number) {
    const title = `${number}. ${texts[mask.origin.toLowerCase()]}`;
    if (frames[current].judged) {
        const note = document.createElement('span');
        note.textContent = texts.judged;
        return row(title, note);
    }
    const off = removed.has(mask.id);
    return row(
        title,
        button(off ? texts.cover : texts.uncover, () => {
            off ? removed.delete(mask.id) : removed.add(mask.id);
            show();
        }),
    );
}

function numberField(one, name) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'number';
    input.min = name === 'width' || name === 'height' ? 1 : 0;
    input.value = one[name];
    input.className = 'form-control form-control-sm';
    input.addEventListener('input', () => {
        if (input.validity.valid && input.value !== '') {
            one[name] = input.valueAsNumber;
            paint();
        }
    });
    label.append(texts[name], input);
    return label;
}

function rowOfDrawn(one, number) {
    const fields = document.createElement('div');
    fields.className = 'mask-fields';
    fields.append(...SIDES.map(name => numberField(one, name)));
    const discard = button(texts.discard, () => {
        drawn.splice(drawn.indexOf(one), 1);
        show();
    });
    return row(`${number}. ${texts.drawn}`, discard, fields);
}

function show() {
    const here = frames[current];
    const found = here.masks.map((mask, i) => rowOfFound(mask, i + 1));
    const own = drawnHere().map((one, i) => rowOfDrawn(one, found.length + i + 1));
    list.replaceChildren(...found, ...own);
    document.getElementById('none').hidden = found.length + own.length > 0;
    document.getElementById('frame-text').value = fill(texts.of, current + 1, frames.length);
    paint();
}

/** The picture at its own size: the drawing's unit is one stored pixel. */
async function go(index) {
    current = index;
    slider.value = index;
    const here = frames[index];
    const loaded = new Image();
    loaded.src = `${page.dataset.uncovered}/${here.image}/${here.frame}.png`;
    const decoded = await loaded.decode().then(() => true, () => false);
    if (current !== index) {
        return; // gone on meanwhile
    }
    if (!decoded) {
        tell(texts.unseen);
        return;
    }
    canvas.setAttribute('viewBox', `0 0 ${loaded.naturalWidth} ${loaded.naturalHeight}`);
    picture.setAttribute('width', loaded.naturalWidth);
    picture.setAttribute('height', loaded.naturalHeight);
    picture.setAttribute('href', loaded.src);
    show();
}

function add(where) {
    const sameSeries = i => frames[i].series === frames[current].series;
    const inFrames = allFrames.checked ? [...frames.keys()].filter(sameSeries) : [current];
    drawn.push({ frames: inFrames, ...where });
    show();
}

function pixelAt(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(canvas.getScreenCTM().inverse());
    const { width, height } = canvas.viewBox.baseVal;
    return {
        x: Math.min(Math.max(Math.round(point.x), 0), width),
        y: Math.min(Math.max(Math.round(point.y), 0), height),
    };
}

const between = (one, other) => ({
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
});

function drawWithPointer(down) {
    down.preventDefault();
    canvas.setPointerCapture(down.pointerId);
    const start = pixelAt(down);
    const shape = layer.appendChild(rectangle(between(start, start), 'drawn'));
    const move = event => place(shape, between(start, pixelAt(event)));
    const up = event => {
        canvas.removeEventListener('pointermove', move);
        canvas.removeEventListener('pointerup', up);
        const where = between(start, pixelAt(event));
        if (where.width >= SMALLEST && where.height >= SMALLEST) {
            add(where);
        } else {
            paint();
        }
    };
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerup', up);
}

function addInTheMiddle() {
    const { width, height } = canvas.viewBox.baseVal;
    add({
        x: Math.round(width * 0.4),
        y: Math.round(height * 0.45),
        width: Math.round(width * 0.2),
        height: Math.round(height * 0.1),
    });
    list.lastElementChild.querySelector('input').focus();
}

function decision() {
    const add = drawn.flatMap(({ frames: inFrames, ...where }) =>
        inFrames.map(i => ({ image: frames[i].image, frame: frames[i].frame, ...where })),
    );
    return { remove: [...removed], add };
}

async function confirm() {
    confirmation.disabled = true;
    problem.hidden = true;
    const body = JSON.stringify(decision());
    const reason = await deliver(page.dataset.send, { body, headers: { 'Content-Type': 'application/json' } }, texts.failed);
    if (reason === null) {
        location.assign(page.dataset.done);
        return;
    }
    tell(reason);
    confirmation.disabled = false;
}

function tell(reason) {
    problem.textContent = reason;
    problem.hidden = false;
}

function nextMasked() {
    const after = [...frames.keys()].map(i => (current + 1 + i) % frames.length);
    const next = after.find(i => masked(frames[i]));
    if (next !== undefined) {
        go(next);
    }
}

async function start() {
    const answer = await ask(page.dataset.sheet);
    frames = (await answer.json()).images;
    slider.max = frames.length - 1;
    document.getElementById('stepper').hidden = frames.length === 1;
    document.getElementById('all-frames-choice').hidden = frames.length === 1;
    await go(Math.max(frames.findIndex(masked), 0));
    confirmation.disabled = false;
}

slider.addEventListener('input', () => go(slider.valueAsNumber));
document.getElementById('next-masked').addEventListener('click', nextMasked);
document.getElementById('add').addEventListener('click', addInTheMiddle);
canvas.addEventListener('pointerdown', drawWithPointer);
confirmation.addEventListener('click', confirm);
start().catch(failure => tell(reasonOf(failure, texts.unseen)));
