package br.com.redcheck.account;

import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Sessions for tests that need many of them and not the signing in. */
public final class TestSessions {
    private TestSessions() {}

    /** Begins a session of somebody who has shown all that was asked for; returns what its cookie holds. */
    public static <S extends Session> String begin(SessionRepository<S> sessions, SignedIn person) {
        S session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(TestPeople.session(person, "FACTOR_SECOND")));
        sessions.save(session);
        return session.getId();
    }
}
