package br.com.redcheck.dicom;

import java.util.Arrays;
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

    /**
     * The numbers of an attribute that says where a frame lies.
     *
     * @param macro the sequence of a functional group that it stands in
     * @param count how many there must be
     * @return none if the attribute is absent or empty
     * @throws UnreadablePixels if there are others than so many finite numbers: no frame may be put where it does not lie
     */
    public double[] geometry(int macro, int attribute, int count) {
        DataSet set = holding(macro, attribute);
        double[] numbers = set.decimals(attribute);
        boolean understood = numbers.length == count && Arrays.stream(numbers).allMatch(Double::isFinite);
        if (!understood && set.hasValue(attribute)) {
            throw new UnreadablePixels(
                    UnreadablePixels.Reason.HEADER,
                    Dictionary.keyword(attribute).orElseThrow());
        }
        return understood ? numbers : new double[0];
    }
}
