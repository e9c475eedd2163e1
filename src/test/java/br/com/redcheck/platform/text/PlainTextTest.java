package br.com.redcheck.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlainTextTest {
    private static final String WRITTEN = "Opacidades ≥ 3 cm,\tà direita;\r\nμ ✓ \uD83E\uDEC1 e\u0301 \u00AD\u200D.";

    @Test
    void whatPeopleWriteStays() {
        assertThat(PlainText.of(WRITTEN)).isSameAs(WRITTEN);
    }

    @Test
    void whatNothingCanHoldGoes() {
        String dirty = "a\0b\u0007c\u001Fd\u007Fe\u009Ff\uFFFEg\uFFFFh\uFDD0i\uD800j\uDC00k"
                + Character.toString(0x1FFFE) + "l";

        assertThat(PlainText.of(dirty)).isEqualTo("abcdefghijkl");
    }

    @Test
    void otherLineBreaksBecomeOrdinaryOnes() {
        assertThat(PlainText.of("a\u000Bb\fc\u0085d\u2028e\u2029f")).isEqualTo("a\nb\nc\nd\ne\nf");
    }

    @Test
    void unbrokenSpacesAtTheEndsAreStrippedAsOthersAre() {
        String pasted = PlainText.of("\u00A0\n\u202FAna\u00A0Maria\u2007 \u00A0");

        assertThat(pasted.strip()).isEqualTo("Ana\u00A0Maria");
        assertThat(pasted).hasSize(15);
        assertThat(PlainText.of("\u00A0".repeat(1_000_000))).isBlank();
    }

    @Test
    void whatIsLeftXmlAllows() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(PlainText.of(all).codePoints())
                .hasSizeGreaterThan(1_000_000)
                .allMatch(character -> character == '\t'
                        || character == '\n'
                        || character == '\r'
                        || (character >= 0x20 && character <= 0xD7FF)
                        || (character >= 0xE000 && character <= 0xFFFD)
                        || character >= 0x10000);
    }

    @Test
    void jsonIsReadSo() {
        record Typed(String text, List<String> more) {}
        JsonMapper json = JsonMapper.builder().addModule(new PlainTextModule()).build();

        assertThat(json.readValue("{\"text\": \"a\\u0000b\", \"more\": [\"\\ud800c\", null]}", Typed.class))
                .isEqualTo(new Typed("ab", Arrays.asList("c", null)));
    }
}
