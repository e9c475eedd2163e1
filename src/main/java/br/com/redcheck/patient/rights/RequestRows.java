package br.com.redcheck.patient.rights;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import br.com.redcheck.patient.rights.RightsRequest.State;
import br.com.redcheck.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code rights_request} and {@code kept_by_law}; every question names the owner. What people write is sealed. */
@Component
class RequestRows {
    private static final String NOTE = "rights.note";
    private static final String ANSWER = "rights.answer";

    private final JdbcClient database;
    private final Vault vault;

    RequestRows(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(OwnerId owner, RightsRequest request, PatientId patient) {
        database.sql("""
                        insert into rights_request (id, owner, patient_id, kind, channel, note, state, asked_at, due_on)
                        values (:id, :owner, :patient, :kind, :channel, :note, 'OPEN', :at, :due)""")
                .param("id", request.id())
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("kind", request.kind().name())
                .param("channel", request.channel().name())
                .param("note", vault.sealText(owner, NOTE, request.note()))
                .param("at", request.askedAt().atOffset(ZoneOffset.UTC))
                .param("due", request.dueOn())
                .update();
    }

    /** False if it is not open, or not there. */
    boolean answer(OwnerId owner, UUID id, State state, String answer, Instant now) {
        return database.sql("""
                        update rights_request set state = :state, answer = :answer, answered_at = :now
                        where owner = :owner and id = :id and state = 'OPEN'""")
                        .param("owner", owner.value())
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", vault.sealText(owner, ANSWER, answer))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Those of one patient, the newest first. */
    List<RightsRequest> of(OwnerId owner, PatientId patient) {
        return database.sql("""
                        select * from rights_request where owner = :owner and patient_id = :patient
                        order by asked_at desc, id""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .query((row, number) -> read(owner, row))
                .list();
    }

    /** All that wait, the most urgent first. */
    List<RightsRequest> open(OwnerId owner) {
        return database.sql("select * from rights_request where owner = :owner and state = 'OPEN' order by due_on, id")
                .param("owner", owner.value())
                .query((row, number) -> read(owner, row))
                .list();
    }

    /** What a patient who is deleted has asked for is done with, and what was written about it is gone. */
    void close(OwnerId owner, PatientId patient, Instant now) {
        database.sql("""
                        update rights_request set note = null, answer = null,
                            answered_at = coalesce(answered_at, :now), state = case state when 'OPEN' then 'DONE' else state end
                        where owner = :owner and patient_id = :patient""")
                .param("owner", owner.value())
                .param("patient", patient.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void keep(OwnerId owner, KeptByLaw kept, Instant now) {
        database.sql("""
                        insert into kept_by_law (thing, owner, kind, reason, kept_since, kept_until)
                        values (:thing, :owner, :kind, :reason, :now, :until)""")
                .param("thing", kept.thing())
                .param("owner", owner.value())
                .param("kind", kept.kind())
                .param("reason", kept.reason())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", kept.until())
                .update();
    }

    private RightsRequest read(OwnerId owner, ResultSet row) throws SQLException {
        UUID patient = row.getObject("patient_id", UUID.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new RightsRequest(
                row.getObject("id", UUID.class),
                patient == null ? null : new PatientId(patient),
                RequestKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                opened(owner, NOTE, row.getBytes("note")),
                State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                answered == null ? null : answered.toInstant(),
                opened(owner, ANSWER, row.getBytes("answer")));
    }

    private String opened(OwnerId owner, String purpose, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed)
                .map(text -> vault.openText(owner, purpose, text))
                .orElse("");
    }
}
