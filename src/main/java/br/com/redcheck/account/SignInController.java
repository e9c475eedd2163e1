package br.com.redcheck.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door. */
@Controller
class SignInController {
    @GetMapping("/sign-in")
    String signIn() {
        return "account/sign-in";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/exams";
    }
}
