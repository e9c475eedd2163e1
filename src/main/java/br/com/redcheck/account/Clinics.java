package br.com.redcheck.account;

import br.com.redcheck.account.ClinicDeed.Kind;
import br.com.redcheck.person.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Clinics and who belongs to them. What a clinic is on paper, and whether it may send exams, is not decided here. */
@Service
public class Clinics {
    private final JdbcClient database;
    private final Accounts accounts;
    private final Links links;
    private final ApiKeys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clinics(
            JdbcClient database,
            Accounts accounts,
            Links links,
            ApiKeys keys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.links = links;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a clinic.
     *
     * @param responsible the doctor who answers for it, and invites and removes the others
     * @return the owner of the exams that its doctors send for it
     */
    @Transactional
    public OwnerId register(UUID responsible, String name) {
        OwnerId clinic = OwnerId.random();
        database.sql("insert into clinic (id, name, created_at) values (?, ?, ?)")
                .params(clinic.value(), name.strip(), now())
                .update();
        enter(clinic, responsible, "RESPONSIBLE");
        return clinic;
    }

    /** The clinics that a doctor belongs to now, by name. */
    public List<Clinic> of(UUID account) {
        return database.sql("""
                        select c.id, c.name, m.role = 'RESPONSIBLE' as responsible
                        from clinic c join membership m on m.clinic = c.id
                        where m.account = ? and m.until is null and c.closed_at is null order by c.name, c.id""")
                .param(account)
                .query((row, number) -> new Clinic(
                        new OwnerId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("responsible")))
                .list();
    }

    /** Whether a doctor belongs to a clinic at this moment. */
    boolean has(OwnerId clinic, UUID account) {
        return database.sql("select exists (select from membership where clinic = ? and account = ? and until is null)")
                .params(clinic.value(), account)
                .query(Boolean.class)
                .single();
    }

    /** Whether a doctor answers for a clinic that is open. */
    boolean answers(OwnerId clinic, UUID account) {
        return of(account, clinic).filter(Clinic::responsible).isPresent();
    }

    /** Whether the doctor of an e-mail has left a clinic, or was removed from it, at or after a moment. */
    boolean leftSince(OwnerId clinic, EmailAddress email, Instant moment) {
        return database.sql("""
                        select exists (select from membership m join account a on a.id = m.account
                                       where m.clinic = ? and a.email = ? and m.until >= ?)""")
                .params(clinic.value(), email.address(), Timestamp.from(moment))
                .query(Boolean.class)
                .single();
    }

    Optional<Clinic> of(UUID account, OwnerId clinic) {
        return of(account).stream().filter(one -> one.owner().equals(clinic)).findFirst();
    }

    Optional<String> name(OwnerId clinic) {
        return database.sql("select name from clinic where id = ? and closed_at is null")
                .param(clinic.value())
                .query(String.class)
                .optional();
    }

    List<Member> members(OwnerId clinic) {
        return database.sql("""
                        select a.id as account, a.name, a.email, m.role = 'RESPONSIBLE' as responsible, m.since
                        from membership m join account a on a.id = m.account
                        where m.clinic = ? and m.until is null order by responsible desc, a.name, a.id""")
                .param(clinic.value())
                .query((row, number) -> new Member(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        new EmailAddress(row.getString("email")).shown(),
                        row.getBoolean("responsible"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Lets nobody else change who belongs to a clinic before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(OwnerId clinic) {
        Optional<UUID> held = database.sql("select id from clinic where id = ? for update")
                .param(clinic.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw new NoSuchClinic();
        }
    }

    /** Takes a doctor in; one who is there already stays as they are. */
    @Transactional
    void join(OwnerId clinic, UUID account) {
        if (enter(clinic, account, "MEMBER")) {
            events.publishEvent(new ClinicDeed(clinic, account, Kind.JOINED));
        }
    }

    /**
     * Removes a doctor.
     *
     * @param responsible who wishes it
     * @throws NotResponsible if that person does not answer for the clinic, or is the one to be removed
     */
    @Transactional
    void remove(OwnerId clinic, UUID responsible, UUID account) {
        hold(clinic);
        if (account.equals(responsible) || !answers(clinic, responsible)) {
            throw new NotResponsible();
        }
        leave(clinic, account);
    }

    /** A doctor belongs to the clinic no longer. No invitation from before lets them in again. */
    @Transactional
    void leave(OwnerId clinic, UUID account) {
        hold(clinic);
        int left = database.sql("update membership set until = ? where clinic = ? and account = ? and until is null")
                .params(now(), clinic.value(), account)
                .update();
        accounts.byId(account).ifPresent(person -> links.killInvitations(clinic, person.email()));
        if (left > 0) {
            events.publishEvent(new ClinicDeed(clinic, account, Kind.LEFT));
        }
    }

    /**
     * Somebody else of the clinic answers for it from now on. The invitations and the API keys of the one before end.
     *
     * @param from who wishes it
     * @throws NotResponsible if that person does not answer for the clinic
     * @throws NoSuchMember if the other one does not belong to it
     */
    @Transactional
    void handOver(OwnerId clinic, UUID from, UUID to) {
        hold(clinic);
        if (!turn(clinic, from, "RESPONSIBLE", "MEMBER")) {
            throw new NotResponsible();
        }
        if (!turn(clinic, to, "MEMBER", "RESPONSIBLE")) {
            throw new NoSuchMember();
        }
        links.killInvitations(clinic);
        keys.revokeAll(clinic);
        events.publishEvent(new ClinicDeed(clinic, to, Kind.HANDED_OVER));
    }

    private boolean turn(OwnerId clinic, UUID account, String from, String to) {
        return database.sql("""
                        update membership set role = :to
                        where clinic = :clinic and account = :account and role = :from and until is null""")
                        .param("clinic", clinic.value())
                        .param("account", account)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    /** Nobody enters the clinic any more. */
    @Transactional
    void close(OwnerId clinic) {
        hold(clinic);
        database.sql("update clinic set closed_at = ? where id = ?")
                .params(now(), clinic.value())
                .update();
        links.killInvitations(clinic);
    }

    /** Whether the doctor was not there before. */
    private boolean enter(OwnerId clinic, UUID account, String role) {
        return database.sql("""
                        insert into membership (clinic, account, role, since) values (?, ?, ?, ?)
                        on conflict (account, clinic) where until is null do nothing""").params(clinic.value(), account, role, now()).update() == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
