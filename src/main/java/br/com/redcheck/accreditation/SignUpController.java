package br.com.redcheck.accreditation;

import br.com.redcheck.account.WeakPassword;
import br.com.redcheck.person.Uf;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form by which people ask to come in. It answers the same whether or not it knows e-mail, CPF or CRM already: who belongs to
 * this house is nobody's business, and two cases of one person are for an administrator to see.
 */
@Controller
@RequestMapping("/sign-up")
class SignUpController {
    private final Admissions admissions;
    private final Messages messages;

    SignUpController(Admissions admissions, Messages messages) {
        this.admissions = admissions;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(Locale language) {
        return page(SignUpForm.empty(), Map.of(), language, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView send(
            @ModelAttribute SignUpForm form, @RequestParam(defaultValue = "") String password, Locale language) {
        SignUpReader reader = new SignUpReader(form);
        Optional<Applicant> applicant = reader.applicant();
        if (applicant.isEmpty()) {
            return page(form, reader.wrong(), language, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            admissions.signUp(applicant.get(), password, language);
        } catch (WeakPassword weak) {
            return page(form, Map.of("password", weak), language, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/sign-up/sent");
    }

    @GetMapping("/sent")
    String sent() {
        return "accreditation/sign-up-sent";
    }

    private ModelAndView page(SignUpForm form, Map<String, Refusal> wrong, Locale language, HttpStatus status) {
        Map<String, String> told = wrong.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> messages.text(language, entry.getValue())));
        ModelAndView page = new ModelAndView("accreditation/sign-up", status);
        return page.addObject("form", form).addObject("wrong", told).addObject("states", Uf.values());
    }
}
