package br.com.redcheck.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The JP2 file format around a JPEG 2000 code stream, which DICOM forbids (PS3.5 A.4.4) and some writers leave there. */
final class Jp2Boxes {
    private static final long SIGNATURE = 0x0000000C_6A502020L;
    private static final int CODE_STREAM = 0x6A703263;
    private static final int BOX_HEADER = 8;

    private Jp2Boxes() {}

    /** The code stream alone; the same bytes if there are no boxes around it. */
    static byte[] removed(byte[] stream) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(stream);
        if (stream.length < BOX_HEADER || in.getLong(0) != SIGNATURE) {
            return stream;
        }
        int at = 0;
        while (stream.length - at >= BOX_HEADER) {
            int length = in.getInt(at);
            if (in.getInt(at + 4) == CODE_STREAM) {
                return Arrays.copyOfRange(stream, at + BOX_HEADER, stream.length);
            }
            if (length < BOX_HEADER || length > stream.length - at) {
                break;
            }
            at += length;
        }
        throw new IOException("no code stream in the JP2 boxes");
    }
}
