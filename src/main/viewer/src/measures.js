// What doctors draw over images: kept with the exam as soon as it is drawn, and there again when the exam is opened.

import { Enums as CoreEnums, eventTarget, metaData } from '@cornerstonejs/core';
import { annotation as annotations, Enums } from '@cornerstonejs/tools';
import { summary } from './figures.js';
import { imageIdOf, isKnown, partsOf, toImage, toWorld } from './images.js';
import { ask, element, reasonOf, send, text } from './page.js';
import { SHAPES, TOOLS } from './tools.js';

const { ANNOTATION_COMPLETED, ANNOTATION_MODIFIED, ANNOTATION_REMOVED } = Enums.Events;
const CALM_MS = 400;

const shapeOf = drawn => SHAPES.find(shape => TOOLS[shape].toolName === drawn.metadata.toolName);

/** An annotation as cornerstone holds it. */
function drawnFrom(id, imageId, { shape, points }) {
    const plane = metaData.get('imagePlaneModule', imageId);
    const [r, c] = [plane.rowCosines, plane.columnCosines];
    const towardsViewer = [r[2] * c[1] - r[1] * c[2], r[0] * c[2] - r[2] * c[0], r[1] * c[0] - r[0] * c[1]];
    return {
        annotationUID: id,
        highlighted: false,
        invalidated: true,
        isLocked: false,
        isVisible: true,
        metadata: {
            toolName: TOOLS[shape].toolName,
            FrameOfReferenceUID: plane.frameOfReferenceUID,
            referencedImageId: imageId,
            viewPlaneNormal: towardsViewer,
            viewUp: c.map(cosine => -cosine),
        },
        data: {
            label: '',
            cachedStats: {},
            initialRotation: 0,
            handles: {
                points: points.map(point => toWorld(imageId, point)),
                activeHandleIndex: null,
                textBox: {
                    hasMoved: false,
                    worldPosition: [0, 0, 0],
                    worldBoundingBox: { topLeft: [0, 0, 0], topRight: [0, 0, 0], bottomLeft: [0, 0, 0], bottomRight: [0, 0, 0] },
                },
            },
        },
    };
}

/** All measures of the exams that are open. */
export class Measures {
    /** By id: the image that it is over, the shape, and, until the image is there, what the server told of it. */
    #all = new Map();
    #waiting = new Map();

    /**
     * @param list the element that shows them
     * @param onJump hears of an image id that somebody wants to see
     * @param onChange hears when something is drawn or gone, so that it is rendered
     */
    constructor(list, onJump, onChange) {
        this.list = list;
        this.onJump = onJump;
        this.onChange = onChange;
        eventTarget.addEventListener(CoreEnums.Events.IMAGE_LOADED, ({ detail }) => this.#hydrate(detail.image.imageId));
        eventTarget.addEventListener(ANNOTATION_COMPLETED, ({ detail }) => this.#drawn(detail.annotation));
        eventTarget.addEventListener(ANNOTATION_MODIFIED, ({ detail }) => this.#modified(detail));
        eventTarget.addEventListener(ANNOTATION_REMOVED, ({ detail }) => this.#removed(detail.annotation));
        window.addEventListener('pagehide', () => this.#saveAllNow());
        window.addEventListener('online', () => this.#tryAgain());
        window.addEventListener('focus', () => this.#tryAgain());
    }

    /** Brings back what is kept with an exam. */
    async open(exam) {
        for (const { id, annotation } of await ask(exam, 'annotations')) {
            if (!this.#all.has(id)) {
                const imageId = imageIdOf(exam, annotation.image, annotation.frame);
                this.#all.set(id, { imageId, shape: annotation.shape, kept: annotation, state: 'kept' });
                this.#hydrate(imageId);
            }
        }
        this.#show();
    }

    /** Puts something on an image that is there, as if it had been drawn. */
    add(imageId, shape, points) {
        const drawn = drawnFrom(crypto.randomUUID(), imageId, { shape, points });
        annotations.state.addAnnotation(drawn);
        this.#drawn(drawn);
        this.onChange();
    }

    /** Its place can be told only when the image has told where it lies. */
    #hydrate(imageId) {
        if (!isKnown(imageId)) {
            return;
        }
        for (const [id, measure] of this.#all) {
            if (measure.imageId === imageId && measure.kept) {
                annotations.state.addAnnotation(drawnFrom(id, imageId, measure.kept));
                delete measure.kept;
                this.onChange();
            }
        }
    }

    #drawn(drawn) {
        this.#all.set(drawn.annotationUID, { imageId: drawn.metadata.referencedImageId, shape: shapeOf(drawn), state: 'kept' });
        this.#saveSoon(drawn.annotationUID);
        this.#show();
    }

    #modified({ annotation, changeType }) {
        if (!this.#all.has(annotation.annotationUID)) {
            return; // still being drawn
        }
        if (changeType !== Enums.ChangeTypes.StatsUpdated && changeType !== Enums.ChangeTypes.InitialSetup) {
            this.#saveSoon(annotation.annotationUID);
        }
        this.#show();
    }

    #removed({ annotationUID }) {
        const measure = this.#all.get(annotationUID);
        if (measure) {
            this.#forget(annotationUID, measure);
        }
    }

    async #forget(id, measure) {
        clearTimeout(this.#waiting.get(id));
        this.#waiting.delete(id);
        this.#all.delete(id);
        this.#show();
        this.onChange();
        await send('DELETE', partsOf(measure.imageId).exam, `annotations/${id}`).catch(failure => {
            this.#all.set(id, { ...measure, state: 'failed', trouble: reasonOf(failure, text('unsaved')) });
            this.#show();
        });
    }

    /** What could not be kept, or not be removed, may be so now. */
    #tryAgain() {
        const failed = [...this.#all].filter(([, measure]) => measure.state === 'failed');
        failed.forEach(([id, measure]) => (annotations.state.getAnnotation(id) ? this.#save(id) : this.#forget(id, measure)));
    }

    #saveSoon(id) {
        clearTimeout(this.#waiting.get(id));
        this.#waiting.set(id, setTimeout(() => this.#save(id), CALM_MS));
    }

    #saveAllNow() {
        [...this.#waiting.keys()].forEach(id => {
            clearTimeout(this.#waiting.get(id));
            this.#save(id);
        });
    }

    async #save(id) {
        this.#waiting.delete(id);
        const measure = this.#all.get(id);
        const drawn = annotations.state.getAnnotation(id);
        const { exam, image, frame } = partsOf(measure.imageId);
        const points = drawn.data.handles.points.map(point => toImage(measure.imageId, point));
        try {
            await send('PUT', exam, `annotations/${id}`, { image, frame, shape: measure.shape, points });
            measure.state = 'saved';
        } catch (failure) {
            measure.state = 'failed';
            measure.trouble = reasonOf(failure, text('unsaved'));
        }
        this.#show();
    }

    #show() {
        this.list.replaceChildren(...[...this.#all].map(([id, measure]) => this.#row(id, measure)));
    }

    #row(id, measure) {
        const row = element('li');
        row.dataset.state = measure.state;
        const drawn = annotations.state.getAnnotation(id);
        const go = element('button', 'go', text(measure.shape.toLowerCase()));
        go.append(element('span', 'figures', drawn ? summary(measure.shape, drawn.data) : ''));
        go.addEventListener('click', () => this.onJump(measure.imageId));
        const remove = element('button', 'remove', '×');
        remove.setAttribute('aria-label', `${text('remove')}: ${go.textContent}`);
        remove.addEventListener('click', () => this.#remove(id, measure));
        row.append(go, remove);
        if (measure.state === 'failed') {
            row.append(element('p', 'trouble', measure.trouble));
        }
        return row;
    }

    #remove(id, measure) {
        if (annotations.state.getAnnotation(id)) {
            annotations.state.removeAnnotation(id); // comes back as an event
        } else {
            this.#forget(id, measure);
        }
    }
}
