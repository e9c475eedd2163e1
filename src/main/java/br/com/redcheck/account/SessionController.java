package br.com.redcheck.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a page that has been open for long who is signed in now, so that it can go on if that is still its own account. */
@Controller
class SessionController {
    /**
     * @param account the mark of who is signed in; empty if nobody is
     * @param token to be shown with what changes something; empty for nobody, who is given no session for asking
     */
    record Now(String account, String token) {}

    @GetMapping("/session")
    ResponseEntity<Now> now(@AuthenticationPrincipal @Nullable SignedIn person, CsrfToken token) {
        Now now = person == null ? new Now("", "") : new Now(person.mark(), token.getToken());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(now);
    }
}
