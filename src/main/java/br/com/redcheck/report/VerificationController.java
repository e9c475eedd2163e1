package br.com.redcheck.report;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a report's QR code, open to anybody who has the code. */
@Controller
class VerificationController {
    private final Verification verification;

    VerificationController(Verification verification) {
        this.verification = verification;
    }

    /** The browser hashes the file that is to be compared itself: a report is not sent here. */
    @GetMapping("/verify/{token}")
    ModelAndView page(@PathVariable String token, @RequestParam(defaultValue = "") String sha256) {
        Optional<Verified> verified = verification.of(new VerificationToken(token));
        String hash = sha256.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        return new ModelAndView("report/verification", verified.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .addObject("report", verified.orElse(null))
                .addObject("compared", !hash.isEmpty())
                .addObject(
                        "same",
                        verified.filter(report -> report.sha256().equals(hash)).isPresent());
    }
}
