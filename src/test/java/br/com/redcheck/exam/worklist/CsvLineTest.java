package br.com.redcheck.exam.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void plainFieldsStandAsTheyAre() {
        assertThat(CsvLine.of("a", "", "b c")).hasToString("a,,b c\r\n");
    }

    @Test
    void whatWouldEndAFieldIsQuoted() {
        assertThat(CsvLine.of("a,b", "say \"no\"", "two\nlines"))
                .hasToString("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "\uFF1D1"})
    void whatWouldBeAFormulaIsText(String field) {
        assertThat(CsvLine.of(field)).hasToString("\"'" + field + "\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;=1+1|a;'=1+1", "a, -1|a,' -1", "a;b|a;b"})
    void noneHidesBehindAnotherSeparator(String field, String written) {
        assertThat(CsvLine.of(field)).hasToString('"' + written + "\"\r\n");
    }
}
