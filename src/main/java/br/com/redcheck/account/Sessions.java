package br.com.redcheck.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The open sessions of an account, in whatever browser and instance. */
@Service
public class Sessions {
    /** The session's attribute that says which kind of browser it is in. */
    static final String DEVICE = "device";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of an account: whoever sits there has to sign in again, or cannot. */
    public void endAll(UUID account) {
        of(account).keySet().forEach(sessions::deleteById);
    }

    /** What the owner is shown, the one seen last first. */
    List<OpenSession> list(UUID account, String current) {
        return of(account).values().stream()
                .map(session -> new OpenSession(
                        handle(session.getId()),
                        String.valueOf(session.getAttributeOrDefault(DEVICE, "")),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(current)))
                .sorted(Comparator.comparing(OpenSession::seen).reversed())
                .toList();
    }

    /** Ends one session of the account's own; any other handle changes nothing. */
    void end(UUID account, String handle) {
        of(account).keySet().stream().filter(id -> handle(id).equals(handle)).forEach(sessions::deleteById);
    }

    void endOthers(UUID account, String current) {
        of(account).keySet().stream().filter(id -> !id.equals(current)).forEach(sessions::deleteById);
    }

    private Map<String, ? extends Session> of(UUID account) {
        return sessions.findByPrincipalName(account.toString());
    }

    /** The id itself would open the session, and does not belong on a page. */
    private static String handle(String id) {
        return UUID.nameUUIDFromBytes(new Token(id).hash()).toString();
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
