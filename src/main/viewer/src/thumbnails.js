// A small picture of each series, and the way to it.

import { imageLoader } from '@cornerstonejs/core';
import { imageIdsOf } from './images.js';
import { element, text } from './page.js';
import { firstRange, isInverted } from './windows.js';

const SIDE = 96;

/** Draws an image small, at its window. */
function draw(image, canvas) {
    const shrink = SIDE / Math.max(image.columns, image.rows);
    canvas.width = Math.max(1, Math.round(image.columns * shrink));
    canvas.height = Math.max(1, Math.round(image.rows * shrink));
    const context = canvas.getContext('2d');
    const picture = context.createImageData(canvas.width, canvas.height);
    const pixels = image.getPixelData();
    const parts = image.color ? pixels.length / (image.rows * image.columns) : 1;
    const { lower, upper } = firstRange(image.imageId) ?? { lower: 0, upper: 255 };
    const inverted = isInverted(image.imageId);
    for (let y = 0; y < canvas.height; y++) {
        for (let x = 0; x < canvas.width; x++) {
            const at = parts * (Math.floor(y / shrink) * image.columns + Math.floor(x / shrink));
            const shown = [0, 1, 2].map(part => {
                const gray = (255 * (pixels[at + (parts > 1 ? part : 0)] - lower)) / (upper - lower);
                return inverted ? 255 - gray : gray;
            });
            picture.data.set([...shown, 255], 4 * (y * canvas.width + x));
        }
    }
    context.putImageData(picture, 0, 0);
}

/** Lists the series of an exam; their pictures come one after the other. */
export class Thumbnails {
    constructor(list, onChoice) {
        this.list = list;
        this.onChoice = onChoice;
    }

    /** Lists them, and returns what draws their pictures: that can wait. */
    show(outline) {
        const rows = outline.series
            .filter(series => series.images.length > 0)
            .map((series, i) => ({ series, ...this.#row(outline.id, series, i + 1) }));
        this.list.replaceChildren(...rows.map(row => row.item));
        return async () => {
            for (const { series, canvas } of rows) {
                const imageIds = imageIdsOf(outline.id, series);
                await imageLoader
                    .loadAndCacheImage(imageIds[Math.floor(imageIds.length / 2)], { preScale: { enabled: true } })
                    .then(image => draw(image, canvas))
                    .catch(() => {}); // its name stands there all the same
            }
        };
    }

    /** Marks the series that is shown. */
    mark(series) {
        this.list.querySelectorAll('button').forEach(button => {
            button.setAttribute('aria-pressed', button.dataset.series === series.id);
        });
    }

    #row(exam, series, ordinal) {
        const item = element('li');
        const button = element('button');
        const canvas = element('canvas');
        canvas.setAttribute('aria-hidden', 'true');
        button.dataset.series = series.id;
        button.setAttribute('aria-pressed', 'false');
        button.append(canvas, element('span', '', text('thumbnail', ordinal, series.modality, imageIdsOf(exam, series).length)));
        button.addEventListener('click', () => this.onChoice(series));
        item.append(button);
        return { item, canvas };
    }
}
