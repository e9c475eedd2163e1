// Stands in for dcmjs, 700 kB of which cornerstone needs a logger and four names: we read DICOM with dicom-parser.

const silent = () => {};

export const log = {
    getLogger: () => ({
        trace: silent,
        debug: silent,
        info: silent,
        log: silent,
        warn: (...words) => console.warn(...words),
        error: (...words) => console.error(...words),
        setLevel: silent,
        getLevel: () => 3,
    }),
};

export const constants = {
    IMPLICIT_LITTLE_ENDIAN: '1.2.840.10008.1.2',
    EXPLICIT_LITTLE_ENDIAN: '1.2.840.10008.1.2.1',
    DEFLATED_EXPLICIT_LITTLE_ENDIAN: '1.2.840.10008.1.2.1.99',
    EXPLICIT_BIG_ENDIAN: '1.2.840.10008.1.2.2',
};
