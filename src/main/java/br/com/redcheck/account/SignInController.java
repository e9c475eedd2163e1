package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door, and what helps those who cannot open it. */
@Controller
class SignInController {
    private final LinkPost links;

    SignInController(LinkPost links) {
        this.links = links;
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "account/sign-in";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn person) {
        return "redirect:" + person.home();
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return "account/forgotten";
    }

    /** Sends what was asked for if the e-mail has an account. The page says the same in any case. */
    @PostMapping("/forgotten")
    String send(@RequestParam String email, @RequestParam Wish wish, Locale language) {
        Purpose purpose = wish == Wish.RESET ? Purpose.RESET : Purpose.SIGN_IN;
        links.send(new LinkRequest(purpose, EmailAddress.parse(email), language));
        return "redirect:/forgotten?sent";
    }

    /** What somebody without the password wants. */
    enum Wish {
        RESET,
        SIGN_IN
    }
}
