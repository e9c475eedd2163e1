package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {
    private final TextCleaner cleaner = new TextCleaner(OwnIdentity.of(header(), text -> false));

    private static DataSet header() {
        DataSet set = new DataSet();
        set.putString(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        set.putString(Tag.PATIENT_NAME, Vr.PN, "Lateral^Zulmíria^de Assunção");
        set.putString(Tag.PATIENT_ID, Vr.LO, "HZ-889213");
        set.putString(Tag.INSTITUTION_NAME, Vr.LO, "Hospital Vale do Itapirema");
        return set;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TC TORAX",
                "RX tórax PA e perfil",
                "Torax HR 1.0 B70f",
                "CHEST/ROUTINE 5mm",
                "Axial 1,25mm janela pulmonar",
                "Coluna T12/L1",
                "Tórax (sem contraste) - 120kV",
                "COVID-19"
            })
    void descriptionsOfAPictureStay(String text) {
        assertThat(cleaner.descriptor(text)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "TC TORAX Joaquim Ferreira, TC TORAX",
        "TORAX_Ferreira, TORAX",
        "Torax PA 02/01/2023, TORAX PA",
        "Torax 12 mar 2021, TORAX",
        "Torax 3 de março de 2021, TORAX",
        "CPF 529.982.247-25 torax, TORAX",
        "tórax de J. B. Ferreira, TORAX",
        "RX torax solicitado por Dr(a). Benedita Alvarenga CRM-SP 123456, RX TORAX",
        "torax fone (11) 98888-7777, TORAX",
        "torax benedita@example.invalid, TORAX",
        "torax 898 0000 0010 0007, TORAX",
        "Torax lateral, TORAX",
        "chest ZULMIRIA axial, CHEST AXIAL",
        "chest zulmi\u0301ria axial, CHEST AXIAL",
        "Leito 400 torax, TORAX"
    })
    void namesAndNumbersOfPeopleGoKnownOrNot(String text, String cleaned) {
        assertThat(cleaner.descriptor(text)).contains(cleaned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Joaquim Ferreira", "12345678", "pedido HZ-889213", "山田太郎", "Benedita 7", "de Ferreira e o"})
    void nothingIsLeftOfATextAboutNothingElse(String text) {
        assertThat(cleaner.descriptor(text)).isEmpty();
    }

    @Test
    void aStoryStaysAsAWholeOrNotAtAll() {
        assertThat(cleaner.prose("sem contraste, fase tardia")).isPresent();
        assertThat(cleaner.prose("tosse e febre, mora com a filha Adelaide")).isEmpty();
    }

    @Test
    void designationsOfMakersStayUnlessTheyNameSomebody() {
        assertThat(cleaner.designation("SOMATOM Definition AS")).isPresent();
        assertThat(cleaner.designation("syngo CT 2011A")).isPresent();
        assertThat(cleaner.designation("Itapirema 3000")).isEmpty();
        assertThat(cleaner.designation("HZ889213")).isEmpty();
        assertThat(cleaner.designation("assuncaoAE")).isEmpty();
        assertThat(cleaner.designation("Dr Benedito")).isEmpty();
        assertThat(cleaner.designation("v1 (27/08/2023)")).isEmpty();
    }

    @Test
    void codeStringsStayUnlessTheyNameSomebody() {
        assertThat(cleaner.codeString("MONOCHROME2")).isPresent();
        assertThat(cleaner.codeString("ISO 2022 IR 87")).isPresent();
        assertThat(cleaner.codeString("LATERAL")).isPresent();
        assertThat(cleaner.codeString("ZULMIRIA")).isEmpty();
        assertThat(cleaner.codeString("HZ_889213")).isEmpty();
        assertThat(cleaner.codeString("20230102")).isEmpty();
        assertThat(cleaner.codeString("Joaquim")).isEmpty();
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        Random random = new Random(7);
        String[] words = {
            "TC",
            "torax",
            "12",
            "set",
            "1.0",
            "t12",
            "10mm",
            "Ferreira",
            "de",
            "3",
            "mar",
            "2020",
            "529.982.247-25",
            "/",
            "-",
            "b70f",
            "+55"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(8); word >= 0; word--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "" : " ");
            }
            cleaner.descriptor(text.toString())
                    .ifPresent(once -> assertThat(cleaner.descriptor(once)).contains(once));
        }
    }
}
