package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Searches all bytes of an object as they are written to a file, inflated where they would be deflated. */
final class FileSearch {
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    /** Shorter UIDs come up by chance within others. */
    private static final int SHORTEST_UID = 16;

    private final Needles needles;
    private final ByteSearch uids;
    private final Consumer<Leak> leaks;

    FileSearch(Needles needles, Set<String> uids, Consumer<Leak> leaks) {
        this.needles = needles;
        this.uids = new ByteSearch(uids.stream()
                .filter(uid -> uid.length() >= SHORTEST_UID)
                .map(uid -> uid.getBytes(StandardCharsets.US_ASCII))
                .toList());
        this.leaks = leaks;
    }

    void search(DicomObject object, DicomLimits limits) throws IOException {
        TransferSyntax syntax = object.transferSyntax();
        TransferSyntax plain = syntax.deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
        new DicomObject(plain, object.dataSet()).writeTo(searched("bytes at "));
        if (syntax.uid().equals(DEFLATED_FRAMES)) {
            List<byte[]> frames = object.dataSet()
                    .element(Tag.PIXEL_DATA)
                    .map(Element::fragments)
                    .orElse(List.of());
            for (int i = 0; i < frames.size(); i++) {
                inflate(frames.get(i), limits.objectBytes(), searched("fragment " + i + ", inflated bytes at "));
            }
        }
    }

    private OutputStream searched(String place) {
        OutputStream forUids = new SearchedStream(
                uids,
                (found, offset) -> leaks.accept(new Leak(place + offset, Kind.UID)),
                OutputStream.nullOutputStream());
        return new SearchedStream(
                needles.search(),
                (found, offset) ->
                        leaks.accept(new Leak(place + offset, needles.kinds().get(found))),
                forUids);
    }

    /** Whatever can be inflated; what cannot, nobody will see. */
    private static void inflate(byte[] frame, long limit, OutputStream out) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(frame), inflater)) {
            byte[] buffer = new byte[1 << 16];
            long inflated = 0;
            for (int count = in.read(buffer); count > 0 && inflated < limit; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                inflated += count;
            }
        } catch (ZipException | EOFException e) {
            return; // a broken frame is refused by who decodes it
        } finally {
            inflater.end();
        }
    }
}
