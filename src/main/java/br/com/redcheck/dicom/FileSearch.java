package br.com.redcheck.dicom;

import br.com.redcheck.dicom.Leak.Kind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Searches all bytes of an object as they are written to a file, inflated where they would be deflated. */
final class FileSearch {
    private static final int SHORTEST = 8;
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final List<byte[]> forms = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final ByteSearch search;
    private final Consumer<Leak> leaks;

    FileSearch(KnownIdentity identity, Consumer<Leak> leaks) {
        identity.texts().forEach(this::learn);
        this.search = new ByteSearch(forms);
        this.leaks = leaks;
    }

    /** ASCII letters are found in either case; others must be learnt in both. */
    private void learn(String text, Kind kind) {
        for (String form :
                List.of(text, Words.folded(text), text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
            for (Charset charset : ENCODINGS) {
                byte[] bytes = form.getBytes(charset);
                boolean exact = new String(bytes, charset).equals(form);
                String key = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (exact && form.length() >= SHORTEST && known.add(key)) {
                    forms.add(bytes);
                    kinds.add(kind);
                }
            }
        }
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

    private SearchedStream searched(String place) {
        return new SearchedStream(search, (found, offset) -> leaks.accept(new Leak(place + offset, kinds.get(found))));
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
