package br.com.redcheck.accreditation;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.accreditation.AccreditationCase.Sealed;
import br.com.redcheck.accreditation.Standing.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases, one for each owner. */
@Repository
class Cases {
    private final JdbcClient database;

    Cases(JdbcClient database) {
        this.database = database;
    }

    /** Adds a case and returns true, unless its owner has one, who then keeps that. */
    boolean add(AccreditationCase added, byte @Nullable [] cpfFingerprint) {
        return database.sql("""
                        insert into accreditation (id, owner, kind, language, claims, cpf_lookup, standing, until, reason, since)
                        values (:id, :owner, :kind, :language, :claims, :cpf, :standing, :until, :reason, :since)
                        on conflict on constraint accreditation_once_per_owner do nothing""")
                        .param("id", added.id().value())
                        .param("owner", added.owner().value())
                        .param("kind", added.kind().name())
                        .param("language", added.language().toLanguageTag())
                        .param("claims", added.claims().map(Sealed::bytes).orElse(null))
                        .param("cpf", cpfFingerprint)
                        .param("standing", added.kept().kind().name())
                        .param("until", added.kept().until())
                        .param("reason", added.kept().reason())
                        .param("since", added.since().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<AccreditationCase> find(OwnerId owner) {
        return database.sql("select * from accreditation where owner = :owner")
                .param("owner", owner.value())
                .query(Cases::read)
                .optional();
    }

    /** The owner's case, for this transaction alone to change. */
    Optional<AccreditationCase> lock(OwnerId owner) {
        return database.sql("select * from accreditation where owner = :owner for update")
                .param("owner", owner.value())
                .query(Cases::read)
                .optional();
    }

    /** Whoever it is of: for administrators. */
    Optional<AccreditationCase> find(CaseId id) {
        return database.sql("select * from accreditation where id = :id")
                .param("id", id.value())
                .query(Cases::read)
                .optional();
    }

    /** Whoever it is of: for administrators, and for this transaction alone to change. */
    Optional<AccreditationCase> lock(CaseId id) {
        return database.sql("select * from accreditation where id = :id for update")
                .param("id", id.value())
                .query(Cases::read)
                .optional();
    }

    /** Writes down how it stands now; a wish for renewal is kept only if it is named. */
    void move(CaseId id, KeptStanding next, Instant since, @Nullable Instant renewalAskedAt) {
        database.sql("""
                        update accreditation
                        set standing = :standing, until = :until, reason = :reason, since = :since, renewal_asked_at = :renewal
                        where id = :id""")
                .param("standing", next.kind().name())
                .param("until", next.until())
                .param("reason", next.reason())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("renewal", renewalAskedAt == null ? null : renewalAskedAt.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Takes away all that says who the applicant is; how the case stood stays. */
    void erase(CaseId id) {
        database.sql("update accreditation set claims = null, cpf_lookup = null where id = :id")
                .param("id", id.value())
                .update();
        database.sql("delete from evidence where case_id = :id")
                .param("id", id.value())
                .update();
    }

    /** How many other cases name the same CPF. */
    int withTheSameCpf(CaseId id) {
        return database.sql("""
                        select count(*) from accreditation a join accreditation other using (cpf_lookup)
                        where a.id = :id and other.id <> :id""").param("id", id.value()).query(Integer.class).single();
    }

    /** Cases that stand so, oldest first. */
    List<AccreditationCase> standing(Kind kind, int limit, int offset) {
        return database.sql("""
                        select * from accreditation where standing = :standing
                        order by since, id limit :limit offset :offset""")
                .param("standing", kind.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(Cases::read)
                .list();
    }

    /** Cases whose applicants have asked for a longer licence, oldest wish first. */
    List<AccreditationCase> askingForRenewal(int limit, int offset) {
        return database.sql("""
                        select * from accreditation where renewal_asked_at is not null
                        order by renewal_asked_at, id limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query(Cases::read)
                .list();
    }

    /** Licences whose last day is not after the given one. */
    List<AccreditationCase> grantedUpTo(LocalDate day) {
        return database.sql(
                        "select * from accreditation where standing = 'GRANTED' and until <= :day order by until, id")
                .param("day", day)
                .query(Cases::read)
                .list();
    }

    /** Returns whether this reminder is sent for the first time, and notes it. */
    boolean noteReminder(AccreditationCase of, LocalDate until, int days, Instant now) {
        return database.sql("""
                        insert into accreditation_reminder (case_id, owner, until, days, sent_at)
                        values (:case, :owner, :until, :days, :now) on conflict do nothing""")
                        .param("case", of.id().value())
                        .param("owner", of.owner().value())
                        .param("until", until)
                        .param("days", days)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static AccreditationCase read(ResultSet row, int number) throws SQLException {
        return new AccreditationCase(
                new CaseId(row.getObject("id", UUID.class)),
                new OwnerId(row.getObject("owner", UUID.class)),
                Applicant.Kind.valueOf(row.getString("kind")),
                Locale.forLanguageTag(row.getString("language")),
                Optional.ofNullable(row.getBytes("claims")).map(Sealed::new),
                new KeptStanding(
                        Kind.valueOf(row.getString("standing")),
                        row.getObject("until", LocalDate.class),
                        row.getString("reason")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("renewal_asked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
