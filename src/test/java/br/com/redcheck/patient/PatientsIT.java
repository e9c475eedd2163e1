package br.com.redcheck.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.vault.BlobGone;
import br.com.redcheck.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same person is found again, nobody else is, and the rows say nothing about anybody. */
@SpringBootTest
class PatientsIT {
    private static final String CPF = "529.982.247-25";

    @Autowired
    Patients patients;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private OwnerId ana;
    private OwnerId rui;

    @BeforeEach
    void makeOwners() {
        ana = TestDoctors.register(database).owner();
        rui = TestDoctors.register(database).owner();
    }

    @Test
    void aPatientIsFoundAgainByCpf() {
        PatientId first = patients.enter(ana, person("Conceição D'Ávila", CPF, null));

        assertThat(patients.enter(ana, person("CONCEICAO de  DAVILA", "52998224725", "Rosa Lima")))
                .isEqualTo(first);
        assertThat(patients.show(ana, first).mother()).contains("Rosa Lima");
        assertThat(patients.enter(ana, person("Conceição D'Ávila", "111.444.777-35", null)))
                .isNotEqualTo(first);
    }

    @Test
    void aPatientWithoutCpfIsFoundAgainByNameDayOfBirthAndMother() {
        PatientId first = patients.enter(ana, person("José da Conceição", null, "Rosa de Lima"));

        assertThat(patients.enter(ana, person("jose conceicao", null, "ROSA LIMA")))
                .isEqualTo(first);
        assertThat(patients.enter(ana, person("José da Conceição", null, "Rita Lima")))
                .isNotEqualTo(first);
        assertThat(patients.enter(ana, person("José da Conceição", CPF, "Rosa Lima")))
                .as("a CPF that is learnt later is added")
                .isEqualTo(first);
        assertThat(patients.enter(ana, person("José da Conceição", CPF, null))).isEqualTo(first);
        assertThat(patients.show(ana, first).mother()).contains("Rosa Lima");
    }

    @Test
    void aCpfOfSomebodyElseIsRefused() {
        patients.enter(ana, person("José Lima", CPF, null));

        assertThatExceptionOfType(AnotherPatient.class)
                .isThrownBy(() -> patients.enter(ana, person("Joana Lima", CPF, null)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("refusal.another-patient.cpf"));
        PatientId other = patients.enter(ana, person("Rita Sousa", null, "Ada Sousa"));
        assertThatExceptionOfType(AnotherPatient.class)
                .isThrownBy(() -> patients.correct(ana, other, person("Rita Sousa", CPF, null)));
    }

    @Test
    void whereSeveralFitTheDoctorHasToSayWho() {
        patients.enter(ana, person("José Lima", CPF, "Rosa Lima"));
        patients.enter(ana, person("José Lima", "111.444.777-35", "Rosa Lima"));

        assertThatExceptionOfType(AnotherPatient.class)
                .isThrownBy(() -> patients.enter(ana, person("José Lima", null, "Rosa Lima")))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("refusal.another-patient.several"));
    }

    @Test
    void whoIsNeitherKnownByCpfNorByMotherIsRefused() {
        assertThatExceptionOfType(MotherMissing.class).isThrownBy(() -> person("José Lima", null, null));
    }

    @Test
    void theSamePersonOfTwoOwnersCannotBeBroughtTogether() {
        PatientId anas = patients.enter(ana, person("José Lima", CPF, "Rosa Lima"));
        PatientId ruis = patients.enter(rui, person("José Lima", CPF, "Rosa Lima"));

        assertThat(anas).isNotEqualTo(ruis);
        for (String column : List.of("cpf_print", "person_print", "identity")) {
            assertThat(everyRow.sql("select count(distinct " + column + ") from patient where owner in (?, ?)")
                            .params(ana.value(), rui.value())
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isEqualTo(2);
        }
        assertThat(everyRow.sql("select count(*) from patient_word a join patient_word b using (word) "
                                + "where a.owner = ? and b.owner = ?")
                        .params(ana.value(), rui.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(NoSuchPatient.class).isThrownBy(() -> patients.show(rui, anas));
        assertThat(patients.search(rui, "jose"))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(ruis));
    }

    @Test
    void aNameIsSearchedByTheBeginningsOfItsWords() {
        PatientId jose = patients.enter(ana, person("José Maximiliano da Conceição", CPF, null));
        patients.enter(ana, person("Maria José Lima", null, "Rosa Lima"));

        assertThat(patients.search(ana, "jos")).hasSize(2);
        assertThat(patients.search(ana, "CONCEI maximiliano"))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(jose));
        assertThat(patients.search(ana, "maximilianos")).isEmpty();
        assertThat(patients.search(ana, "")).isEmpty();
        assertThat(patients.search(ana, "da")).isEmpty();
    }

    @Test
    void aCorrectedNameIsFoundAndTheFormerOneIsNot() {
        PatientId id = patients.enter(ana, person("José Lima", CPF, null));

        patients.correct(ana, id, person("Josué Lima", CPF, null));

        assertThat(patients.search(ana, "josue")).hasSize(1);
        assertThat(patients.search(ana, "jose")).isEmpty();
    }

    @Test
    void everyLookAtAnIdentityIsOnRecordWithoutSayingWhose() {
        PatientId id = patients.enter(ana, person("José Lima", CPF, null));
        patients.show(ana, id);
        patients.search(ana, "lima");
        patients.search(ana, "souza");

        assertThat(everyRow.sql("select action from audit_entry where owner = ? and subject = ? order by number")
                        .params(ana.value(), id.value())
                        .query(String.class)
                        .list())
                .containsExactly("patient.registered", "patient.shown", "patient.shown");
    }

    @Test
    void noColumnSaysWhoAnybodyIs() {
        patients.enter(ana, person("Maximiliano Quaresma", CPF, "Gertrudes Quaresma"));

        for (String table : List.of("patient", "patient_word", "audit_entry")) {
            String rows = everyRow.sql("select string_agg(t::text, ' ') from " + table + " t")
                    .query(String.class)
                    .single()
                    .toLowerCase();
            for (String word :
                    List.of("maximiliano", "quaresma", "gertrudes", "52998224725", "529.982", "1956-03-12")) {
                assertThat(rows)
                        .as(table)
                        .doesNotContain(word)
                        .doesNotContain(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void whenTheKeyIsGoneNobodyIsKnownAnyMore() {
        PatientId id = patients.enter(ana, person("José Lima", CPF, null));

        vault.forget(ana);

        assertThatExceptionOfType(BlobGone.class).isThrownBy(() -> patients.show(ana, id));
        assertThat(patients.search(ana, "jose")).isEmpty();
    }

    private static Identity person(String name, @Nullable String cpf, @Nullable String mother) {
        return new Identity(
                name,
                LocalDate.of(1956, 3, 12),
                Sex.M,
                Optional.ofNullable(cpf).map(Cpf::parse),
                Optional.ofNullable(mother));
    }
}
