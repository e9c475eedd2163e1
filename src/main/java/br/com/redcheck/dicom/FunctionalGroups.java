package br.com.redcheck.dicom;

import java.util.List;

/**
 * Finds what holds for a frame: enhanced multi-frame objects say it per frame or for all of them (PS3.3 C.7.6.16), others at the
 * top.
 *
 * @param frame from 0
 */
public record FunctionalGroups(DataSet object, int frame) {
    /**
     * The innermost data set that has {@code attribute}; the object itself if none has.
     *
     * @param macro the sequence of a functional group that it stands in
     */
    public DataSet holding(int macro, int attribute) {
        List<DataSet> perFrame = object.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (frame < perFrame.size()) {
            for (DataSet item : perFrame.get(frame).items(macro)) {
                if (item.contains(attribute)) {
                    return item;
                }
            }
        }
        return object.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).stream()
                .flatMap(group -> group.items(macro).stream())
                .filter(item -> item.contains(attribute))
                .findFirst()
                .orElse(object);
    }
}
