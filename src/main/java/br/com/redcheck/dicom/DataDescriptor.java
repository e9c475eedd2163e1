package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.io.IOException;
import java.io.PushbackInputStream;

/**
 * What stands behind the bytes of a zip's entry that does not say in front how long it is (APPNOTE 4.3.9): a signature, a checksum, and
 * two lengths of four or eight bytes. Where the entry cannot be inflated, it is found by these and by the header that follows.
 */
final class DataDescriptor {
    private static final int SIGNATURE = 0x504b0708;
    private static final int LOCAL_HEADER = 0x504b0304;
    private static final int CENTRAL_HEADER = 0x504b0102;
    private static final int WORD = Integer.BYTES;
    private static final int[] LENGTHS = {4 * WORD, 6 * WORD};

    private DataDescriptor() {}

    /**
     * Passes over the bytes of an entry.
     *
     * @param in from the entry's first byte on; afterwards it stands at the next header
     * @return whether that is another entry's
     * @throws RefusedFile if the archive breaks off
     */
    static boolean skip(PushbackInputStream in) throws IOException {
        byte[] last = new byte[WORD + LENGTHS[1]];
        for (int next = in.read(); next >= 0; next = in.read()) {
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = (byte) next;
            int header = word(last, last.length - WORD);
            if ((header == LOCAL_HEADER || header == CENTRAL_HEADER) && isBehindOne(last)) {
                in.unread(last, last.length - WORD, WORD);
                return header == LOCAL_HEADER;
            }
        }
        throw new RefusedFile(Reason.DAMAGED_ARCHIVE);
    }

    private static boolean isBehindOne(byte[] last) {
        for (int length : LENGTHS) {
            if (word(last, last.length - WORD - length) == SIGNATURE) {
                return true;
            }
        }
        return false;
    }

    private static int word(byte[] bytes, int at) {
        return (int) DicomInput.number(bytes, at, WORD, true);
    }
}
