package br.com.redcheck.dicom;

import br.com.redcheck.dicom.DataSetReader.Encoding;
import br.com.redcheck.dicom.UnreadableDicom.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;

/** Finds out how a file is written: preamble and file meta where there are any (PS3.10 section 7), else by its first element. */
final class Part10Reader {
    private static final int PREAMBLE = 128;
    private static final String PREFIX = "DICM";
    private static final Encoding META = new Encoding(true, false);
    private static final int META_GROUP = 0x0002;
    private static final int FIRST_GROUP = 0x0008;

    /** Where the first volume descriptor of a disc says what it is: ECMA-119 (ISO 9660) section 8.1.2, and ECMA-167 (UDF) 2/9.1.2. */
    private static final int DISC_LABEL = 16 * 2048 + 1;

    private static final Set<String> DISC_LABELS = Set.of("CD001", "BEA01");

    private final DicomInput in;
    private final DicomLimits limits;

    Part10Reader(InputStream in, DicomLimits limits) {
        this.in = new DicomInput(in, limits.objectBytes());
        this.limits = limits;
    }

    /** Whether a file that begins so is, or means to be, a DICOM object. */
    static boolean looksLikeDicom(byte[] start) {
        return isPrefixed(start) || beginsLikeDataSet(start);
    }

    DicomObject read() throws IOException {
        boolean prefixed = skipPreamble();
        if (!prefixed && !beginsLikeDataSet(in.peek(8))) {
            throw new UnreadableDicom(otherKind());
        }
        DataSet meta = new DataSetReader(in, limits).group(META_GROUP, META);
        Optional<String> uid = meta.string(Tag.TRANSFER_SYNTAX_UID);
        TransferSyntax named =
                uid.isPresent() ? TransferSyntax.of(uid.get()) : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        if (!named.deflated()) {
            return body(in, named, uid.isPresent());
        }
        Inflater inflater = new Inflater(true);
        try {
            return body(in.inflated(inflater), named, true);
        } finally {
            inflater.end();
        }
    }

    private DicomObject body(DicomInput body, TransferSyntax named, boolean isNamed) throws IOException {
        TransferSyntax actual = actual(named, isNamed, body.peek(8));
        DataSet set = new DataSetReader(body, limits).all(new Encoding(actual.explicitVr(), actual.bigEndian()));
        set.removeGroup(META_GROUP); // whatever stands behind the file meta is none
        return new DicomObject(actual, set);
    }

    private boolean skipPreamble() throws IOException {
        byte[] start = in.peek(PREAMBLE + PREFIX.length());
        boolean prefixed = isPrefixed(start);
        if (prefixed) {
            in.bytes(start.length);
        }
        return prefixed;
    }

    private static boolean isPrefixed(byte[] start) {
        return start.length >= PREAMBLE + PREFIX.length()
                && PREFIX.equals(new String(start, PREAMBLE, PREFIX.length(), StandardCharsets.US_ASCII));
    }

    /** What a file is that is no DICOM, as far as people take it for an exam. */
    private Reason otherKind() throws IOException {
        byte[] start = in.peek(DISC_LABEL + 5);
        if (start.length == 0) {
            return Reason.EMPTY;
        }
        String label = start.length < DISC_LABEL + 5 ? "" : new String(start, DISC_LABEL, 5, StandardCharsets.US_ASCII);
        return DISC_LABELS.contains(label) ? Reason.DISC_IMAGE : Reason.NOT_DICOM;
    }

    /** Whether the bytes are the header of an element that a file may begin with. */
    private static boolean beginsLikeDataSet(byte[] header) {
        if (header.length < 8) {
            return false;
        }
        boolean bigEndian = header[0] == 0;
        long group = DicomInput.number(header, 0, 2, bigEndian);
        long element = DicomInput.number(header, 2, 2, bigEndian);
        if ((group != META_GROUP && group != FIRST_GROUP) || element > 0x1000) {
            return false;
        }
        return names(header) || (!bigEndian && DicomInput.number(header, 4, 4, false) <= 0x1000);
    }

    /** What the file does, where that is not what it says: its first element shows. */
    private static TransferSyntax actual(TransferSyntax named, boolean isNamed, byte[] header) {
        if (header.length < 8) {
            return named;
        }
        boolean explicit = names(header);
        boolean bigEndian = explicit && header[0] == 0 && header[1] != 0;
        if (isNamed && (explicit == named.explicitVr())) {
            return named;
        }
        if (bigEndian) {
            return TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        }
        if (named.encapsulated()) {
            return named; // the elements themselves show that they are implicit
        }
        return explicit ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    }

    private static boolean names(byte[] header) {
        return Vr.named(new String(header, 4, 2, StandardCharsets.ISO_8859_1)) != null;
    }
}
