// The heat map of a slice as a layer over it: coloured here, from the numbers that the network gave.

import { metaData } from '@cornerstonejs/core';
import { colour } from './colours.js';
import { toWorld } from './images.js';

/** Cells between two values of the map; enough for edges of a threshold to look round. */
const FINENESS = 16;

function mix(from, to, share) {
    return from + (to - from) * share;
}

/** A value between the cells of a map, by bilinear interpolation; beyond the middle of the outermost cells it stays. */
export function valueAt(rows, down, right) {
    const within = (place, size) => Math.max(0, Math.min(place, size - 1));
    const row = within(down * rows.length - 0.5, rows.length);
    const column = within(right * rows[0].length - 0.5, rows[0].length);
    const [top, left] = [Math.floor(row), Math.floor(column)];
    const [bottom, end] = [Math.min(top + 1, rows.length - 1), Math.min(left + 1, rows[0].length - 1)];
    return mix(mix(rows[top][left], rows[top][end], column - left), mix(rows[bottom][left], rows[bottom][end], column - left), row - top);
}

/** Paints a map, full colour for the strongest of the whole reading, nothing below the threshold. */
function paint(rows, strongest, threshold) {
    const canvas = document.createElement('canvas');
    canvas.width = rows[0].length * FINENESS;
    canvas.height = rows.length * FINENESS;
    const context = canvas.getContext('2d');
    const picture = context.createImageData(canvas.width, canvas.height);
    for (let y = 0; y < canvas.height; y++) {
        for (let x = 0; x < canvas.width; x++) {
            const strength = valueAt(rows, (y + 0.5) / canvas.height, (x + 0.5) / canvas.width) / strongest;
            if (strength > 0 && strength >= threshold) {
                picture.data.set([...colour(strength), 255], 4 * (y * canvas.width + x));
            }
        }
    }
    context.putImageData(picture, 0, 0);
    return canvas;
}

/** The layer of one pane. */
export class HeatLayer {
    #canvas;
    #viewport;
    #maps = new Map();
    #painted = { rows: null };
    #strongest = 0;
    opacity = 0.5;
    threshold = 0.3;
    shown = true;

    constructor(viewport) {
        this.#viewport = viewport;
        this.#canvas = document.createElement('canvas');
        this.#canvas.className = 'heat';
        viewport.canvas.after(this.#canvas);
    }

    /** Takes the maps of a reading, by the image ids that they belong to. */
    set(maps, strongest) {
        this.#maps = maps;
        this.#strongest = strongest;
        this.draw();
    }

    /** Whether any of these has a map. */
    isFor(imageIds) {
        return imageIds.some(imageId => this.has(imageId));
    }

    has(imageId) {
        return this.#strongest > 0 && this.#maps.has(imageId);
    }

    /** Draws the map of the slice that the pane shows, wherever its image is now. */
    draw() {
        const { width, height } = this.#viewport.canvas;
        this.#canvas.width = width;
        this.#canvas.height = height;
        const imageId = this.#viewport.getCurrentImageId();
        if (this.shown && imageId && this.has(imageId) && metaData.get('imagePlaneModule', imageId)) {
            this.#drawOver(imageId);
        }
    }

    #drawOver(imageId) {
        const { rows, columns } = metaData.get('imagePlaneModule', imageId);
        const ratio = this.#canvas.width / this.#viewport.element.clientWidth;
        const corner = (x, y) => this.#viewport.worldToCanvas(toWorld(imageId, { x, y })).map(place => place * ratio);
        const [origin, right, down] = [corner(-0.5, -0.5), corner(columns - 0.5, -0.5), corner(-0.5, rows - 0.5)];
        const map = this.#paintedOf(this.#maps.get(imageId));
        const context = this.#canvas.getContext('2d');
        context.globalAlpha = this.opacity;
        context.setTransform(
            (right[0] - origin[0]) / map.width, (right[1] - origin[1]) / map.width,
            (down[0] - origin[0]) / map.height, (down[1] - origin[1]) / map.height,
            origin[0], origin[1],
        );
        context.drawImage(map, 0, 0);
    }

    #paintedOf(rows) {
        if (this.#painted.rows !== rows || this.#painted.threshold !== this.threshold) {
            this.#painted = { rows, threshold: this.threshold, canvas: paint(rows, this.#strongest, this.threshold) };
        }
        return this.#painted.canvas;
    }
}
