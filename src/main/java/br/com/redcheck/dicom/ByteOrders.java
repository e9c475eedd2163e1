package br.com.redcheck.dicom;

/** Turns numbers between the byte orders. */
final class ByteOrders {
    private ByteOrders() {}

    /** Reverses each whole unit of that many bytes in place; what is left at the end stays. */
    static void swap(byte[] bytes, int unit) {
        for (int start = 0; unit > 1 && start + unit <= bytes.length; start += unit) {
            for (int low = start, high = start + unit - 1; low < high; low++, high--) {
                byte kept = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = kept;
            }
        }
    }
}
