// One image on the page with what belongs to it: its stack, its place in it, its window, its heat map.

import { cache, Enums } from '@cornerstonejs/core';
import { HeatLayer } from './heatmap.js';
import { imageIdsOf, toImage } from './images.js';
import { number, one, percent, text } from './page.js';
import { Prefetch } from './prefetch.js';
import { probe } from './probe.js';
import { equip } from './tools.js';
import { firstRange, isInverted, rangeOf, windowOf } from './windows.js';

const { IMAGE_RENDERED, STACK_NEW_IMAGE, VOI_MODIFIED, CAMERA_MODIFIED } = Enums.Events;

/** Where one begins to look at a stack. */
export const firstOf = imageIds => imageIds[Math.floor(imageIds.length / 2)];

export class Pane {
    /** The exam and the series that are shown. */
    exam = null;
    series = null;
    imageIds = [];
    #pointed = null;

    constructor(engine, root, onIndex) {
        this.root = root;
        this.stage = one('.stage', root);
        this.slider = one('.slice', root);
        this.onIndex = onIndex;
        this.engine = engine;
        this.prefetch = new Prefetch(() => this.#tellLoaded());
        engine.enableElement({ viewportId: root.id, element: this.stage, type: Enums.ViewportType.STACK });
        equip(root.id, engine.id);
        this.heat = new HeatLayer(this.viewport);
        this.#listen();
    }

    /** Asked for anew each time: the engine may make another. */
    get viewport() {
        return this.engine.getViewport(this.root.id);
    }

    get index() {
        return this.viewport.getCurrentImageIdIndex();
    }

    get imageId() {
        return this.imageIds[this.index];
    }

    /** Shows a series, beginning in its middle. */
    async show(exam, series) {
        this.exam = exam;
        this.series = series;
        this.imageIds = imageIdsOf(exam, series);
        this.root.dataset.series = series.id;
        this.root.dataset.state = 'loading';
        this.prefetch.stop();
        this.heat.set(new Map(), 0);
        one('.title', this.root).textContent = text('series', series.modality, this.imageIds.length);
        this.slider.max = this.imageIds.length - 1;
        this.slider.disabled = this.imageIds.length < 2;
        try {
            await this.viewport.setStack(this.imageIds, this.imageIds.indexOf(firstOf(this.imageIds)));
            this.reset();
            this.root.dataset.state = 'shown';
        } catch {
            this.#tellTrouble();
        }
    }

    /** Shows another slice of the stack. */
    async go(index) {
        const wanted = Math.max(0, Math.min(index, this.imageIds.length - 1));
        if (wanted === this.index) {
            return;
        }
        try {
            await this.viewport.setImageIdIndex(wanted);
            this.root.dataset.state = 'shown';
        } catch {
            this.#tellTrouble();
        }
    }

    /** As at the beginning: whole, upright, at the window that suits. */
    reset() {
        const { viewport } = this;
        viewport.resetCamera();
        viewport.setViewPresentation({ rotation: 0, flipHorizontal: false, flipVertical: false });
        const voiRange = firstRange(this.imageId);
        viewport.setProperties({ invert: isInverted(this.imageId), ...(voiRange && { voiRange }) });
        viewport.render();
    }

    /** Makes the whole image fit its place. */
    fit() {
        this.viewport.resetCamera();
        this.viewport.render();
    }

    setWindow(preset) {
        this.viewport.setProperties({ voiRange: rangeOf(preset) });
        this.viewport.render();
    }

    /** Makes the window wider, and its middle higher, by a number of steps. */
    shiftWindow(wider, higher) {
        const { width, center } = windowOf(this.viewport.getProperties().voiRange);
        const step = Math.max(1, width / 25);
        this.setWindow({ width: Math.max(1, width + wider * step), center: center + higher * step });
    }

    rotate() {
        const { rotation = 0 } = this.viewport.getViewPresentation();
        this.viewport.setViewPresentation({ rotation: (rotation + 90) % 360 });
        this.viewport.render();
    }

    flip(axis) {
        this.viewport.setCamera({ [axis]: !this.viewport.getCamera()[axis] });
        this.viewport.render();
    }

    invert() {
        this.viewport.setProperties({ invert: !this.viewport.getProperties().invert });
        this.viewport.render();
    }

    zoom(factor) {
        this.viewport.setZoom(this.viewport.getZoom() * factor);
        this.viewport.render();
    }

    pan(right, down) {
        const [x, y] = this.viewport.getPan();
        this.viewport.setPan([x + right, y + down]);
        this.viewport.render();
    }

    /** The pixel under a place of the stage, in its own pixels; null beside the image. */
    pixelAt(x, y) {
        if (!cache.getImage(this.imageId)) {
            return null;
        }
        const place = toImage(this.imageId, this.viewport.canvasToWorld([x, y]));
        return probe(this.imageId, Math.round(place.x), Math.round(place.y));
    }

    /** Shows what a pixel holds. */
    tellPixel(pixel) {
        const output = one('.pixel', this.root);
        if (!pixel) {
            output.textContent = '';
        } else if (pixel.colour) {
            output.textContent = text('colour', pixel.x, pixel.y, ...pixel.colour);
        } else if (pixel.rescaled === undefined) {
            output.textContent = text('stored', pixel.x, pixel.y, pixel.stored);
        } else {
            const digits = Number.isInteger(pixel.rescaled) ? 0 : 1;
            output.textContent = text('rescaled', pixel.x, pixel.y, pixel.stored, number(pixel.rescaled, digits), pixel.unit);
        }
    }

    #listen() {
        this.stage.addEventListener(IMAGE_RENDERED, () => {
            this.heat.draw();
            this.#tellPointed();
        });
        this.stage.addEventListener(STACK_NEW_IMAGE, ({ detail }) => this.#tellIndex(detail.imageIdIndex));
        this.stage.addEventListener(VOI_MODIFIED, () => this.#tellView());
        this.stage.addEventListener(CAMERA_MODIFIED, () => this.#tellView());
        this.slider.addEventListener('input', () => this.go(this.slider.valueAsNumber));
        this.stage.addEventListener('pointermove', ({ clientX, clientY }) => {
            const { left, top } = this.stage.getBoundingClientRect();
            this.#pointed = [clientX - left, clientY - top];
            this.#tellPointed();
        });
        this.stage.addEventListener('pointerleave', () => {
            this.#pointed = null;
            this.tellPixel(null);
        });
        this.stage.addEventListener('contextmenu', event => event.preventDefault());
    }

    /** What lies under the pointer changes when it moves, and when the image does. */
    #tellPointed() {
        if (this.#pointed) {
            this.tellPixel(this.pixelAt(...this.#pointed));
        }
    }

    #tellIndex(index) {
        const place = text('slice', index + 1, this.imageIds.length);
        if (this.root.dataset.state === 'failed') {
            this.root.dataset.state = 'shown';
        }
        this.slider.value = index;
        this.slider.setAttribute('aria-valuetext', place);
        one('.place', this.root).textContent = place;
        this.prefetch.around(this.imageIds, index);
        this.#tellLoaded();
        this.#tellView();
        this.onIndex(this, index);
    }

    #tellLoaded() {
        const loaded = this.imageIds.filter(imageId => cache.getImageLoadObject(imageId)).length;
        one('.loaded', this.root).value = this.imageIds.length === 0 ? 0 : loaded / this.imageIds.length;
    }

    #tellView() {
        const { voiRange } = this.viewport.getProperties();
        if (voiRange) {
            const { width, center } = windowOf(voiRange);
            one('.view', this.root).textContent =
                text('view', number(width), number(center), percent(this.viewport.getZoom()));
        }
    }

    #tellTrouble() {
        this.root.dataset.state = 'failed';
    }
}
