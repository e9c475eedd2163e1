// Loads the slices around the one that is looked at, nearest first, as many as there is room for.

import { cache, imageLoader } from '@cornerstonejs/core';
import { MOST_PIXELS } from './images.js';

const AT_ONCE = 3;
/** The rest of the room is for what else is looked at. */
const SHARE = 0.4;

/** 5, 6, 4, 7, 3, … within a stack. */
export function* outward(from, length) {
    for (let step = 1; step < length; step++) {
        if (from + step < length) {
            yield from + step;
        }
        if (from - step >= 0) {
            yield from - step;
        }
    }
}

/** Loads around one place of a stack, until it is told of another. */
export class Prefetch {
    #imageIds = [];
    #queue = [];
    #running = 0;

    constructor(onProgress) {
        this.onProgress = onProgress;
    }

    /** Begins anew. */
    around(imageIds, index) {
        this.#imageIds = imageIds;
        const shown = cache.getImage(imageIds[index]);
        const room = shown ? Math.floor((MOST_PIXELS * SHARE) / shown.sizeInBytes) : 0;
        this.#queue = [...outward(index, imageIds.length)].slice(0, room).filter(i => !cache.getImage(imageIds[i]));
        this.#fill();
    }

    stop() {
        this.#queue = [];
    }

    #fill() {
        while (this.#running < AT_ONCE && this.#queue.length > 0) {
            const imageId = this.#imageIds[this.#queue.shift()];
            this.#running++;
            imageLoader
                .loadAndCacheImage(imageId, { preScale: { enabled: true } })
                .catch(() => {}) // told when somebody scrolls there
                .finally(() => {
                    this.#running--;
                    this.onProgress();
                    this.#fill();
                });
        }
    }
}
