package br.com.redcheck.dicom;

import java.util.Map;

/**
 * An object without its identity.
 *
 * @param object a new object; pixel data are the same bytes as in the original
 * @param counts how many elements each action befell, those in kept sequences included
 */
public record Deidentified(DicomObject object, Map<DeidentificationAction, Integer> counts) {
    public Deidentified {
        counts = Map.copyOf(counts);
    }
}
