package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people see and change of their own account. */
@Controller
@RequestMapping("/account")
class AccountController {
    private final Clinics clinics;
    private final Sessions sessions;
    private final PasswordAgain password;
    private final Closing closing;

    AccountController(Clinics clinics, Sessions sessions, PasswordAgain password, Closing closing) {
        this.clinics = clinics;
        this.sessions = sessions;
        this.password = password;
        this.closing = closing;
    }

    @GetMapping
    String overview(@AuthenticationPrincipal SignedIn person, Model view) {
        view.addAttribute("person", person);
        view.addAttribute("clinics", clinics.of(person.account()));
        return "account/account";
    }

    @GetMapping("/sessions")
    String sessions(@AuthenticationPrincipal SignedIn person, HttpSession session, Model view) {
        view.addAttribute("sessions", sessions.list(person.account(), session.getId()));
        return "account/sessions";
    }

    /** Ends one session, or all but this one when none is named. */
    @PostMapping("/sessions")
    String end(
            @AuthenticationPrincipal SignedIn person,
            HttpSession session,
            @RequestParam(defaultValue = "") String handle) {
        if (handle.isEmpty()) {
            sessions.endOthers(person.account(), session.getId());
        } else {
            sessions.end(person.account(), handle);
        }
        return "redirect:/account/sessions";
    }

    @GetMapping("/close")
    String beforeClosing() {
        return "account/close";
    }

    @PostMapping("/close")
    String close(
            @AuthenticationPrincipal SignedIn person,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean erase,
            HttpServletRequest request,
            Model view) {
        try {
            this.password.require(person, password);
            closing.close(person, erase);
        } catch (WrongPassword wrong) {
            view.addAttribute("wrong", wrong);
            return "account/close";
        }
        request.getSession().invalidate();
        return "redirect:/sign-in?closed";
    }
}
