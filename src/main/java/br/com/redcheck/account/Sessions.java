package br.com.redcheck.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The open sessions of an account, in whatever browser and instance. */
@Service
public class Sessions {
    /** The session's attribute that says which kind of browser it is in. */
    static final String DEVICE = "device";

    private static final String OF_ACCOUNT = "delete from spring_session where principal_name = :account";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient database;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** Ends all sessions of an account: whoever sits there has to sign in again, or cannot. */
    public void endAll(UUID account) {
        delete(OF_ACCOUNT, account, Map.of());
    }

    /** What the owner is shown, the one seen last first. */
    List<OpenSession> list(UUID account, String current) {
        return of(account)
                .map(session -> new OpenSession(
                        handle(session.getId()),
                        String.valueOf(session.getAttributeOrDefault(DEVICE, "")),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(kept(current))))
                .sorted(Comparator.comparing(OpenSession::seen).reversed())
                .toList();
    }

    /** Ends one session of the account's own; any other handle changes nothing. */
    void end(UUID account, String handle) {
        of(account)
                .map(Session::getId)
                .filter(kept -> handle(kept).equals(handle))
                .forEach(kept -> delete(OF_ACCOUNT + " and session_id = :kept", account, Map.of("kept", kept)));
    }

    void endOthers(UUID account, String current) {
        delete(OF_ACCOUNT + " and session_id <> :kept", account, Map.of("kept", kept(current)));
    }

    private void delete(String which, UUID account, Map<String, String> more) {
        database.sql(which).param("account", account.toString()).params(more).update();
    }

    /** Sessions that are found by their account have for an id what is kept of it. */
    private Stream<? extends Session> of(UUID account) {
        return sessions.findByPrincipalName(account.toString()).values().stream();
    }

    /** What the database keeps of a session's id. */
    private static String kept(String id) {
        return HexFormat.of().formatHex(new Token(id).hash());
    }

    /** Names a session on its owner's page. */
    private static String handle(String kept) {
        return UUID.nameUUIDFromBytes(new Token(kept).hash()).toString();
    }

    /**
     * One open session.
     *
     * @param handle names it on the owner's page and nowhere else
     * @param device what kind of browser it is in; empty if that is not known
     * @param current whether it is the one that asks
     */
    record OpenSession(String handle, String device, Instant since, Instant seen, boolean current) {}
}
