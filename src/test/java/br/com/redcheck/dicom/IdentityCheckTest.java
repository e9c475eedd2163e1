package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.dicom.Leak.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCheckTest {
    private static final DicomLimits LIMITS = DicomLimits.defaults();

    private static DicomObject original() {
        DataSet set = new DataSet();
        set.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100");
        set.putString(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.99999.7");
        set.putString(Tag.STUDY_DATE, Vr.DA, "20200401");
        set.putString(Tag.ACCESSION_NUMBER, Vr.SH, "AC7731");
        set.putString(Tag.INSTITUTION_NAME, Vr.LO, "Hospital Vale do Itapirema");
        set.putString(Tag.PATIENT_NAME, Vr.PN, "Assunção^Zulmíria^Torax");
        set.putString(Tag.PATIENT_ID, Vr.LO, "52998224725");
        set.putString(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19310103");
        return new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set);
    }

    private final IdentityCheck check =
            IdentityCheck.of(original(), List.of("Rua das Palmeiras 77", "Benedita Alvarenga"));

    private static DataSet nothing() {
        DataSet set = new DataSet();
        set.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        set.putString(Tag.STUDY_DATE, Vr.DA, "20170520");
        set.putString(Tag.STUDY_DESCRIPTION, Vr.LO, "TC TORAX");
        return set;
    }

    private List<Leak> leaks(DataSet set) throws IOException {
        return check.leaks(new DicomObject(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, set), LIMITS);
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        assertThat(leaks(nothing())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TC de ZULMIRIA, NAME",
        "assunção, NAME",
        "xZULMÍRIAx, NAME",
        "pedido AC7731, IDENTIFIER",
        "CPF 529.982.247-25, IDENTIFIER",
        "hospital vale do itapirema, CIRCUMSTANCE",
        "nasc. 03/01/1931, DATE",
        "exame de 01/04/2020, DATE",
        "rua das palmeiras 77, TYPED",
        "Alvarenga, TYPED",
        "1.2.826.0.1.3680043.10.99999.7, UID"
    })
    void whatTheOriginalSaidIsFoundInText(String text, Kind kind) throws IOException {
        DataSet item = new DataSet();
        item.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        item.putString(0x00400007, Vr.LO, text);
        DataSet set = nothing();
        set.put(Element.sequence(0x00400275, List.of(new DataSet(), item)));

        assertThat(leaks(set)).contains(new Leak("(0040,0275)[1](0040,0007)", kind));
    }

    @Test
    void aShortNumberCountsOnlyAloneAndAHarmlessWordNever() throws IOException {
        DataSet set = nothing();
        set.putString(Tag.SERIES_DESCRIPTION, Vr.LO, "AC77312 torax");

        assertThat(leaks(set)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void itIsFoundInThePixelsAsBytes(String charset) throws IOException {
        byte[] pixels = new byte[100_000];
        byte[] name = "Zulmíria Torax Assunção".getBytes(Charset.forName(charset));
        System.arraycopy(name, 0, pixels, 8185, name.length); // across the writer's buffer
        DataSet set = nothing();
        set.put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[0], List.of(pixels)));

        assertThat(leaks(set)).extracting(Leak::kind).containsOnly(Kind.NAME);
        assertThat(leaks(set)).allSatisfy(leak -> assertThat(leak.place()).startsWith("bytes at "));
    }

    @Test
    void itIsFoundBehindDeflation() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(frame, new Deflater(9, true))) {
            out.write("zulmíria assunção".getBytes(StandardCharsets.UTF_8));
        }
        DataSet set = nothing();
        set.put(Element.encapsulated(Tag.PIXEL_DATA, Vr.OB, new byte[0], List.of(frame.toByteArray())));

        assertThat(check.leaks(new DicomObject(TransferSyntax.of("1.2.840.10008.1.2.8.1"), set), LIMITS))
                .extracting(Leak::place)
                .allMatch(place -> place.startsWith("fragment 0"))
                .isNotEmpty();
    }

    @Test
    void randomPixelsAreNoLeak() throws IOException {
        byte[] pixels = new byte[20_000_000];
        new Random(1).nextBytes(pixels);
        DataSet set = nothing();
        set.put(Element.of(Tag.PIXEL_DATA, Vr.OW, pixels));

        assertThat(leaks(set)).isEmpty();
    }

    @Test
    void tooManyNamesAreNotPassedOver() throws IOException {
        DicomObject original = original();
        String[] names = new Random(2).ints(5_000).mapToObj(i -> "Name" + i).toArray(String[]::new);
        original.dataSet().putString(0x00101001, Vr.PN, names);

        assertThat(IdentityCheck.of(original, List.of()).leaks(original, LIMITS))
                .containsExactly(new Leak("", Kind.TOO_MANY));
    }

    @Test
    void theSearchFindsWhatASimpleOneFinds() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            byte[] text = bytes(random, 400);
            List<byte[]> patterns = random.ints(5, 2, 6)
                    .mapToObj(length -> bytes(random, length))
                    .toList();
            int[] found = new int[1];
            int cut = random.nextInt(400);
            SearchedStream stream = new SearchedStream(
                    new ByteSearch(patterns), (pattern, at) -> found[0]++, OutputStream.nullOutputStream());
            stream.write(text, 0, cut);
            stream.write(text, cut, text.length - cut);

            String whole = new String(text, StandardCharsets.ISO_8859_1);
            long expected = patterns.stream()
                    .mapToLong(pattern -> {
                        String wanted = new String(pattern, StandardCharsets.ISO_8859_1);
                        return IntStream.range(0, whole.length())
                                .filter(at -> whole.startsWith(wanted, at))
                                .count();
                    })
                    .sum();
            assertThat(found[0]).isEqualTo(expected);
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(3));
        }
        return bytes;
    }
}
