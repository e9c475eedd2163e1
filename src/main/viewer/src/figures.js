// What is measured, in words and numbers of the reader's language.

import { number, text } from './page.js';

/** The figures of what is drawn; there is one target, the image that it is drawn over. */
const figuresOf = ({ cachedStats }) => Object.values(cachedStats)[0] ?? {};

export function lengthLines(data) {
    const { length, unit } = figuresOf(data);
    return Number.isFinite(length) ? [`${number(length, 1)} ${unit}`] : [];
}

export function angleLines(data) {
    const { angle } = figuresOf(data);
    return Number.isFinite(angle) ? [`${number(angle, 1)}°`] : [];
}

export function areaLines(data) {
    const { area, areaUnit, mean, stdDev, min, max, modalityUnit = '' } = figuresOf(data);
    if (!Number.isFinite(mean)) {
        return [];
    }
    return [
        text('area', number(area, 1), areaUnit),
        text('mean', number(mean, 1), number(stdDev, 1), modalityUnit),
        text('range', number(min), number(max), modalityUnit),
    ];
}

const LINES = { LENGTH: lengthLines, ANGLE: angleLines, RECTANGLE: areaLines, ELLIPSE: areaLines };

/** All in one line. */
export const summary = (shape, data) => LINES[shape](data).join(' · ');
