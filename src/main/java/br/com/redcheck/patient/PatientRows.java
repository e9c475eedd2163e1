package br.com.redcheck.patient;

import br.com.redcheck.account.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The tables {@code patient} and {@code patient_word}; every question names the owner. */
@Component
class PatientRows {
    /** A patient's identity as it stands in its column. */
    record Sealed(PatientId id, byte[] identity) {}

    /**
     * What a patient is found by.
     *
     * @param cpf null without CPF
     * @param person null without the mother's name
     * @param words beginnings of the name's words
     */
    record Prints(byte @Nullable [] cpf, byte @Nullable [] person, Set<Long> words) {}

    private final JdbcClient database;

    PatientRows(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends, nobody else enters or changes patients of this owner. */
    void lock(OwnerId owner) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('patient ' || cast(:owner as text), 0))")
                .param("owner", owner.value())
                .query((row, number) -> true)
                .single();
    }

    Optional<Sealed> find(OwnerId owner, PatientId id) {
        return database.sql("select id, identity from patient where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query(PatientRows::sealed)
                .optional();
    }

    Optional<Sealed> byCpf(OwnerId owner, byte[] print) {
        return database.sql("select id, identity from patient where owner = :owner and cpf_print = :print")
                .param("owner", owner.value())
                .param("print", print)
                .query(PatientRows::sealed)
                .optional();
    }

    List<Sealed> byPerson(OwnerId owner, byte[] print) {
        return database.sql(
                        "select id, identity from patient where owner = :owner and person_print = :print order by id")
                .param("owner", owner.value())
                .param("print", print)
                .query(PatientRows::sealed)
                .list();
    }

    /**
     * Patients whose names have all of these beginnings. The rows of each word lie in the order of patients, so the database walks
     * along them side by side, and no further than it needs to.
     */
    List<Sealed> byWords(OwnerId owner, List<Long> words, int most) {
        String others = IntStream.range(1, words.size())
                .mapToObj(i -> " join patient_word w%d on w%d.patient_id = w0.patient_id".formatted(i, i)
                        + " and w%d.owner = w0.owner and w%d.word = :word%d".formatted(i, i, i))
                .collect(Collectors.joining());
        StatementSpec question = database.sql(
                        "select id, identity from patient where owner = :owner and id in ("
                                + "select w0.patient_id from patient_word w0" + others
                                + " where w0.owner = :owner and w0.word = :word0 order by w0.patient_id limit :most) order by id")
                .param("owner", owner.value())
                .param("most", most);
        for (int i = 0; i < words.size(); i++) {
            question = question.param("word" + i, words.get(i));
        }
        return question.query(PatientRows::sealed).list();
    }

    void add(OwnerId owner, Sealed patient, Prints prints, Instant now) {
        database.sql("""
                        insert into patient (id, owner, identity, cpf_print, person_print, registered_at)
                        values (:id, :owner, :identity, :cpf, :person, :now)""")
                .param("id", patient.id().value())
                .param("owner", owner.value())
                .param("identity", patient.identity())
                .param("cpf", prints.cpf(), Types.BINARY)
                .param("person", prints.person(), Types.BINARY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        addWords(owner, patient.id(), prints.words());
    }

    void change(OwnerId owner, Sealed patient, Prints prints) {
        database.sql("""
                        update patient set identity = :identity, cpf_print = :cpf, person_print = :person
                        where owner = :owner and id = :id""")
                .param("id", patient.id().value())
                .param("owner", owner.value())
                .param("identity", patient.identity())
                .param("cpf", prints.cpf(), Types.BINARY)
                .param("person", prints.person(), Types.BINARY)
                .update();
        database.sql("delete from patient_word where owner = :owner and patient_id = :id")
                .param("owner", owner.value())
                .param("id", patient.id().value())
                .update();
        addWords(owner, patient.id(), prints.words());
    }

    void remove(OwnerId owner, PatientId id) {
        database.sql("delete from patient where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .update();
    }

    private void addWords(OwnerId owner, PatientId patient, Set<Long> words) {
        database.sql("""
                        insert into patient_word (owner, word, patient_id)
                        select :owner, word, :patient from unnest(:words::bigint[]) word""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("words", words.toArray(Long[]::new), Types.ARRAY)
                .update();
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(new PatientId(row.getObject("id", UUID.class)), row.getBytes("identity"));
    }
}
