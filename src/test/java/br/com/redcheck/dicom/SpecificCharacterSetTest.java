package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.redcheck.SharedData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificCharacterSetTest {
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, ISO-8859-1, João^Conceição",
        "ISO_IR 101, ISO-8859-2, Wałęsa^Łódź",
        "ISO_IR 109, ISO-8859-3, Ĝoĉjo",
        "ISO_IR 110, ISO-8859-4, Ķēniņš",
        "ISO_IR 144, ISO-8859-5, Люкceмбypг",
        "ISO_IR 127, ISO-8859-6, قباني^لنزار",
        "ISO_IR 126, ISO-8859-7, Διονυσιος",
        "ISO_IR 138, ISO-8859-8, שרון^דבורה",
        "ISO_IR 148, ISO-8859-9, Çavuşoğlu",
        "ISO_IR 203, ISO-8859-15, Œuvre^Žofie",
        "ISO_IR 166, x-iso-8859-11, นายแพทย์",
        "ISO_IR 192, UTF-8, Wang^XiaoDong=王^小东",
        "GB18030, GB18030, Wang^XiaoDong=王^小东",
        "GBK, GBK, Wang^XiaoDong=王^小东"
    })
    void aSingleRepertoireIsDecodedAndEncoded(String term, String charset, String text) {
        DataSet set = named(term);
        set.put(Element.of(Tag.PATIENT_NAME, Vr.PN, text.getBytes(Charset.forName(charset))));
        assertThat(set.string(Tag.PATIENT_NAME)).contains(text);

        DataSet written = named(term);
        written.putString(Tag.PATIENT_NAME, Vr.PN, text);
        assertThat(written.element(Tag.PATIENT_NAME)).isEqualTo(set.element(Tag.PATIENT_NAME));
    }

    @Test
    void aBackslashWithinACharacterPartsNoValues() {
        DataSet set = named("GB18030");
        set.putString(Tag.STUDY_DESCRIPTION, Vr.LO, "昞", "二"); // the first ends in the byte 5C
        assertThat(set.strings(Tag.STUDY_DESCRIPTION)).containsExactly("昞", "二");
    }

    /** The examples of PS3.5 annexes H, I and J, K. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\ISO 2022 IR 87 | 59616D6164615E5461726F753D1B2442 3B33 45 1B2842 5E41 | Yamada^Tarou=山\uFFFD^A",
                "\\ISO 2022 IR 87 | 59616D6164615E5461726F753D 1B2442 3B33 4544 1B2842 5E 1B2442 4240 4F3A 1B2842 3D"
                        + " 1B2442 2464 245E 2440 1B2842 5E 1B2442 243F 246D 2426 1B2842 | Yamada^Tarou=山田^太郎=やまだ^たろう",
                "ISO 2022 IR 13\\ISO 2022 IR 87 | D4CFC0DE 5E C0DBB3 3D 1B2442 3B33 4544 1B284A 5E 1B2442 4240 4F3A 1B284A 3D"
                        + " 1B2442 2464 245E 2440 1B284A 5E 1B2442 243F 246D 2426 1B284A | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
                "\\ISO 2022 IR 149 | 486F6E675E47696C646F6E673D 1B242943 FBF3 5E 1B242943 D1CE D4D7 3D 1B242943 C8AB 5E"
                        + " 1B242943 B1E6 B5BF | Hong^Gildong=洪^吉洞=홍^길동",
                "\\ISO 2022 IR 58 | 5A68616E675E5869616F446F6E673D 1B242941 D5C5 5E 1B242941 D0A1 B6AB 3D"
                        + " | Zhang^XiaoDong=张^小东="
            })
    void escapeSequencesSwitchRepertoires(String terms, String hex, String text) {
        DataSet set = named(terms.strip().split("\\\\", -1));
        set.put(Element.of(Tag.PATIENT_NAME, Vr.PN, HexFormat.of().parseHex(hex.replace(" ", ""))));

        assertThat(set.string(Tag.PATIENT_NAME)).contains(text);
    }

    @Test
    void aDelimiterSwitchesBack() {
        byte[] greekThenLatin = {0x1B, 0x2D, 0x46, (byte) 0xC4, '^', (byte) 0xC4};
        DataSet set = named("ISO 2022 IR 100", "ISO 2022 IR 126");
        set.put(Element.of(Tag.PATIENT_NAME, Vr.PN, greekThenLatin));
        set.put(Element.of(Tag.STUDY_DESCRIPTION, Vr.LO, greekThenLatin));

        assertThat(set.string(Tag.PATIENT_NAME)).contains("Δ^Ä");
        assertThat(set.string(Tag.STUDY_DESCRIPTION)).contains("Δ^Δ"); // ^ parts nothing but names
    }

    @Test
    void anItemTakesTheRepertoireFromAround() {
        DataSet item = new DataSet();
        item.put(Element.of(Tag.PATIENT_NAME, Vr.PN, "Διονυσιος ".getBytes(Charset.forName("ISO-8859-7"))));
        DataSet set = named("ISO_IR 126");
        set.put(Element.sequence(0x00101002, List.of(item)));

        assertThat(set.items(0x00101002).get(0).string(Tag.PATIENT_NAME)).contains("Διονυσιος");
    }

    @Test
    void codesAreNeverInTheSpecificRepertoire() {
        DataSet set = named("ISO_IR 192");
        set.put(Element.of(Tag.MODALITY, Vr.CS, "CT".getBytes(StandardCharsets.US_ASCII)));

        assertThat(set.string(Tag.MODALITY)).contains("CT");
    }

    @ParameterizedTest
    @CsvSource({
        "pydicom__chrArab, قباني^لنزار",
        "pydicom__chrFren, Buc^Jérôme",
        "pydicom__chrFrenMulti, Buc^Jérôme",
        "pydicom__chrGreek, Διονυσιος",
        "pydicom__chrH31, Yamada^Tarou=山田^太郎=やまだ^たろう",
        "pydicom__chrH32, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "pydicom__chrHbrw, שרון^דבורה",
        "pydicom__chrI2, Hong^Gildong=洪^吉洞=홍^길동",
        "pydicom__chrJapMulti, やまだ^たろう",
        "pydicom__chrJapMultiExplicitIR6, やまだ^たろう",
        "pydicom__chrKoreanMulti, 김희중",
        "pydicom__chrRuss, Люкceмбypг",
        "pydicom__chrX1, Wang^XiaoDong=王^小東",
        "pydicom__chrX2, Wang^XiaoDong=王^小东",
        "fodicom__chrGB2312, Zhang^XiaoDong=张^小东",
    })
    void realFilesSayTheirNames(String file, String name) throws IOException {
        DicomObject object = Phi.object(SharedData.folder().resolve("dicom/charset/" + file + ".dcm"));

        assertThat(object.dataSet().string(Tag.PATIENT_NAME).map(text -> text.replaceAll("=+$", "")))
                .isEqualTo(Optional.of(name));
    }

    private static DataSet named(String... terms) {
        DataSet set = new DataSet();
        set.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, terms);
        return set;
    }
}
