package br.com.redcheck.dicom;

/** A brightness for each value, written out in a VOI LUT Sequence. */
record VoiTable(LookupTable table) implements Voi {
    @Override
    public double brightness(double value) {
        double brightness = (double) table.at((int) Math.rint(value)) / ((1 << table.bits()) - 1);
        return Math.min(1, brightness);
    }
}
