package br.com.redcheck.delivery;

import br.com.redcheck.patient.PatientVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where links lead. The token goes from the address into a cookie at once, so that it stands in no address after that; nothing is
 * looked up until somebody gives a proof, so that every address that looks like a link is answered alike.
 */
@Controller
class DoorController {
    static final String COOKIE = "link";
    static final Duration COOKIE_LIFE = Duration.ofMinutes(15);

    /** A request that bears this is left out of the access log ({@code server.tomcat.accesslog.condition-unless}). */
    private static final String UNLOGGED = "unlogged";

    private static final String DOOR = "redirect:/r";
    private static final String PROOF = "redirect:/visit/proof";
    private static final String PROOF_PAGE = "delivery/proof";

    private final ProofDesk desk;
    private final VisitSessions sessions;

    DoorController(ProofDesk desk, VisitSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    @GetMapping("/r")
    String door() {
        return "delivery/door";
    }

    @PostMapping("/r")
    String typed(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model view) {
        Optional<LinkToken> token = LinkToken.parse(code);
        if (token.isEmpty()) {
            view.addAttribute("malformed", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "delivery/door";
        }
        return remember(token.get(), request, response);
    }

    @GetMapping("/r/{token}")
    String link(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(UNLOGGED, true);
        return LinkToken.parse(token)
                .map(read -> remember(read, request, response))
                .orElse(DOOR);
    }

    @GetMapping("/visit/proof")
    String proof(@CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return token == null ? DOOR : PROOF_PAGE;
    }

    @PostMapping("/visit/proof")
    String proof(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String word,
            HttpServletRequest request,
            HttpServletResponse response,
            Model view) {
        Optional<LinkToken> token = Optional.ofNullable(cookie).flatMap(LinkToken::parse);
        if (token.isEmpty()) {
            return DOOR;
        }
        try {
            Optional<PatientVisit> visit = desk.tryProof(token.get(), Proof.parse(day, month, year, word), request);
            if (visit.isPresent()) {
                return enter(visit.get(), request, response);
            }
            view.addAttribute("refused", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyProofs tooMany) {
            view.addAttribute("tooMany", tooMany);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        }
        return PROOF_PAGE;
    }

    @PostMapping("/visit/leave")
    String leave(@AuthenticationPrincipal PatientVisit visit, HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/r?left";
    }

    private String enter(PatientVisit visit, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(visit, request, response);
        cookie("", Duration.ZERO, request, response);
        return "redirect:/visit";
    }

    private static String remember(LinkToken token, HttpServletRequest request, HttpServletResponse response) {
        cookie(token.text(), COOKIE_LIFE, request, response);
        return PROOF;
    }

    /** Lax: a strict cookie would not come along when a mail program opens the link. */
    private static void cookie(
            String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + "/visit/proof")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
