package br.com.redcheck.account;

import br.com.redcheck.person.InvalidEmailAddress;
import br.com.redcheck.platform.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where links from e-mails lead. Opening one shows a page; only the button on it uses the link. */
@Controller
@RequestMapping("/links")
class LinkController {
    private final Links links;
    private final Accounts accounts;
    private final Clinics clinics;
    private final PasswordReset reset;
    private final LinkSignIn signIn;
    private final Invitations invitations;
    private final Welcome welcome;

    LinkController(
            Links links,
            Accounts accounts,
            Clinics clinics,
            PasswordReset reset,
            LinkSignIn signIn,
            Invitations invitations,
            Welcome welcome) {
        this.links = links;
        this.accounts = accounts;
        this.clinics = clinics;
        this.reset = reset;
        this.signIn = signIn;
        this.invitations = invitations;
        this.welcome = welcome;
    }

    @ModelAttribute("token")
    String token(@RequestParam String token) {
        return token;
    }

    @GetMapping("/confirm")
    String confirm(@RequestParam String token, Model view) {
        Link link = look(Purpose.CONFIRM, token);
        Account account = accounts.byId(Objects.requireNonNull(link.account())).orElseThrow(LinkUseless::new);
        view.addAttribute("email", account.email().shown());
        return "account/confirm";
    }

    @GetMapping("/reset")
    String reset(@RequestParam String token) {
        look(Purpose.RESET, token);
        return "account/reset";
    }

    @PostMapping("/reset")
    String reset(
            @RequestParam String token,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model view) {
        try {
            welcome.remember(reset.reset(new Token(token), password), request, response);
            return "redirect:/sign-in?reset";
        } catch (WeakPassword weak) {
            view.addAttribute("weak", weak);
            return "account/reset";
        }
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam String token) {
        look(Purpose.SIGN_IN, token);
        return "account/link-sign-in";
    }

    @PostMapping("/sign-in")
    void signIn(@RequestParam String token, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        signIn.enter(new Token(token), request, response);
    }

    @GetMapping("/member")
    String member(@RequestParam String token, Model view) {
        Link link = invitation(Purpose.MEMBER, token);
        view.addAttribute("clinic", clinics.name(link.invitingClinic()).orElseThrow());
        view.addAttribute("signedUp", invitations.doctor(link).isPresent());
        return "account/member";
    }

    @PostMapping("/member")
    String join(@RequestParam String token) {
        invitations.join(new Token(token));
        return "redirect:/sign-in?joined";
    }

    @GetMapping("/administrator")
    String administrator(@RequestParam String token, Model view) {
        view.addAttribute("invited", invitation(Purpose.ADMINISTRATOR, token).email());
        return "account/administrator";
    }

    @PostMapping("/administrator")
    String becomeAdministrator(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam String password,
            Locale language,
            Model view) {
        try {
            invitations.becomeAdministrator(new Token(token), name, email, password, language);
            return "redirect:/sign-in?welcome";
        } catch (WeakPassword | InvalidEmailAddress | EmailTaken refused) {
            return again(token, name, email, refused, view);
        }
    }

    private String again(String token, String name, @Nullable String email, Refusal refused, Model view) {
        view.addAttribute("name", name);
        view.addAttribute("email", email);
        view.addAttribute(refused instanceof WeakPassword ? "weak" : "wrongEmail", refused);
        return administrator(token, view);
    }

    private Link look(Purpose purpose, String token) {
        return links.look(purpose, new Token(token)).orElseThrow(() -> LinkUseless.of(purpose));
    }

    private Link invitation(Purpose purpose, String token) {
        return invitations.standing(look(purpose, token));
    }
}
