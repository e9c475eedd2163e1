// Measuring without a mouse: a cross that arrow keys move over the image, and that Enter pins down, point by point.

import { toWorld } from './images.js';
import { element, text } from './page.js';

const POINTS = { LENGTH: 2, ANGLE: 3, RECTANGLE: 2, ELLIPSE: 2 };
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FAST = 10;

/** The points that are kept, from those that were pinned: of a region, two opposite corners are. */
function completed(shape, pinned) {
    if (shape === 'LENGTH' || shape === 'ANGLE') {
        return pinned;
    }
    const [left, right] = [pinned[0].x, pinned[1].x].sort((a, b) => a - b);
    const [top, bottom] = [pinned[0].y, pinned[1].y].sort((a, b) => a - b);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return shape === 'RECTANGLE'
        ? [{ x: left, y: top }, { x: right, y: top }, { x: left, y: bottom }, { x: right, y: bottom }]
        : [{ x, y: bottom }, { x, y: top }, { x: left, y }, { x: right, y }];
}

/** The cross of one pane. */
export class Crosshair {
    #pane;
    #measures;
    #mark = element('div', 'crosshair');
    #place = null;
    #pinned = [];

    constructor(pane, measures) {
        this.#pane = pane;
        this.#measures = measures;
        this.#mark.hidden = true;
        pane.stage.append(this.#mark);
        pane.stage.addEventListener('blur', () => this.hide());
    }

    /** Takes a key while a drawing tool is in hand and the image has the focus; says whether it was for the cross. */
    take(event, shape, say) {
        if (STEPS[event.key]) {
            this.#move(STEPS[event.key], event.shiftKey ? FAST : 1);
        } else if (event.key === 'Enter' && this.#place) {
            this.#pin(shape, say);
        } else if (event.key === 'Escape' && this.#place) {
            this.hide();
        } else {
            return false;
        }
        return true;
    }

    hide() {
        this.#mark.hidden = true;
        this.#place = null;
        this.#pinned = [];
    }

    #move([right, down], by) {
        const { viewport, imageId } = this.#pane;
        const { dimensions } = viewport.getImageData();
        const from = this.#place ?? { x: Math.floor(dimensions[0] / 2), y: Math.floor(dimensions[1] / 2) };
        const within = (value, size) => Math.max(0, Math.min(value, size - 1));
        this.#place = { x: within(from.x + right * by, dimensions[0]), y: within(from.y + down * by, dimensions[1]) };
        const [left, top] = viewport.worldToCanvas(toWorld(imageId, this.#place));
        this.#mark.hidden = false;
        this.#mark.style.left = `${left}px`;
        this.#mark.style.top = `${top}px`;
        this.#pane.tellPixel(this.#pane.pixelAt(left, top));
    }

    #pin(shape, say) {
        this.#pinned.push({ ...this.#place });
        if (this.#pinned.length === POINTS[shape]) {
            this.#measures.add(this.#pane.imageId, shape, completed(shape, this.#pinned));
            this.#pinned = [];
            say(text('drawn', text(shape.toLowerCase())));
        } else {
            say(text('pinned', this.#pinned.length, POINTS[shape]));
        }
    }
}
