package br.com.redcheck.exam.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the address of the list. */
class PlaceTest {
    @Test
    void whatItSaysIsReadAgain() {
        String everything =
                "state=ATTENTION&modality=X_RAY&from=2026-01-05&to=2026-02-01&class=negative&min=12.5&max=99"
                        + "&label=00000000-0000-4000-8000-000000000001"
                        + "&after=1767225600000001.00000000-0000-4000-8000-000000000002";

        assertThat(Place.parse(everything).query()).isEqualTo(everything);
    }

    @Test
    void emptyFieldsOfTheFormAskNothing() {
        Place place = Place.parse("state=&modality=&from=&to=&class=&min=&max=&label=&after=");

        assertThat(place.front()).isTrue();
        assertThat(place.address()).isEqualTo("/exams");
    }

    @Test
    void whatIsNotOfTheListIsLeftToOthers() {
        assertThat(Place.parse("lang=en&page=7").front()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=ASLEEP",
                "state=read",
                "modality=MR",
                "from=yesterday",
                "from=2026-02-30",
                "to=+999999999-12-31",
                "to=0001-01-01",
                "class=maybe",
                "min=-1",
                "min=NaN",
                "min=1e3",
                "max=100.1",
                "max=0.00001",
                "max=1e-999999999",
                "label=x",
                "label=' or 1=1",
                "after=1",
                "after=99999999999999999.00000000-0000-4000-8000-000000000002",
                "before=-1.00000000-0000-4000-8000-000000000002"
            })
    void whatMeansNothingIsRefusedByItsName(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));

        assertThatThrownBy(() -> Place.parse(parameter))
                .isInstanceOfSatisfying(
                        BadFilter.class,
                        refusal -> assertThat(refusal.arguments()).isEqualTo(List.of(name)));
    }

    @Test
    void aFilterIsExportedFromItsBeginning() {
        Place place = Place.parse("state=READ&after=1767225600000001.00000000-0000-4000-8000-000000000002");

        assertThat(place.exportAddress()).isEqualTo("/exams/export?state=READ");
    }
}
