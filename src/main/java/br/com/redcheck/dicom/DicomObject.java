package br.com.redcheck.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A DICOM Part 10 object in memory: how it is written, and its data set. */
public final class DicomObject {
    private final TransferSyntax transferSyntax;
    private final DataSet dataSet;

    public DicomObject(TransferSyntax transferSyntax, DataSet dataSet) {
        this.transferSyntax = transferSyntax;
        this.dataSet = dataSet;
    }

    /**
     * Reads a file. Preamble and file meta are not kept; the stream is not closed.
     *
     * @throws UnreadableDicom if it is no DICOM that we can read, or beyond the limits
     * @throws ReaderFailed if the reader stumbles; what the stream throws comes through as it is
     */
    public static DicomObject read(InputStream in, DicomLimits limits) throws IOException {
        Source source = new Source(in);
        try {
            return new Part10Reader(source, limits).read();
        } catch (RuntimeException failure) {
            throw failure == source.failure ? failure : ReaderFailed.instead(failure);
        }
    }

    /** Remembers what the stream below has thrown, which is no failure of the reader. */
    private static final class Source extends FilterInputStream {
        private @Nullable RuntimeException failure;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (RuntimeException thrown) {
                failure = thrown;
                throw thrown;
            }
        }
    }

    /** How the object was and will be written. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    public DataSet dataSet() {
        return dataSet;
    }

    /**
     * Writes a Part 10 file in the same transfer syntax, with a preamble of zeros and a fresh file meta. Every value comes back
     * byte for byte; sequences and items are written with undefined length, group lengths are left out.
     */
    public void writeTo(OutputStream out) throws IOException {
        new Part10Writer(out).write(this);
    }

    /** Never the values, which may be about a patient. */
    @Override
    public String toString() {
        return "DicomObject[" + transferSyntax.uid() + ", " + dataSet.size() + " elements]";
    }
}
