package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateShiftTest {
    private final DateShift shift = new DateShift(366);

    @ParameterizedTest
    @CsvSource({
        "DA, 20210101, 20200101",
        "DA, 2021.01.01, 20200101",
        "DA, 20210301, 20200229",
        "DA, 20210101-20210103, 20200101-20200103",
        "DA, 20210101-, 20200101-",
        "DT, 20210101235959.123456-0300, 20200101235959.123456-0300",
        "DT, 202101012359, 202001012359",
        "DT, 202103, 202002",
        "DT, 2022, 2020",
        "TM, 235959.123, 235959.123",
        "TM, 07, 07",
        "TM, 07:00:01, 07:00:01",
        "TM, 0700-0800, 0700-0800"
    })
    void datesMoveAndTimesOfDayStay(Vr vr, String before, String after) {
        assertThat(shift.moved(vr, before)).contains(after);
    }

    @ParameterizedTest
    @CsvSource({
        "DA, 20210230",
        "DA, 2021",
        "DA, 01/01/2021",
        "DA, born in 1931",
        "DA, -",
        "DA, 00010101",
        "DT, 20211301",
        "DT, yesterday",
        "TM, 250000",
        "TM, Maria",
        "LO, 20210101"
    })
    void whatIsNoDateMayNotStay(Vr vr, String value) {
        assertThat(shift.moved(vr, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DA, 20210101", "DT, 2021", "TM, 07"})
    void noDaysChangeNothing(Vr vr, String value) {
        assertThat(new DateShift(0).moved(vr, value)).isEqualTo(Optional.of(value));
    }
}
