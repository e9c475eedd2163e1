package br.com.redcheck.exam.clinical;

import br.com.redcheck.person.Municipalities;
import br.com.redcheck.person.Municipality;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells which municipalities somebody may mean who has typed so much of a name. */
@Controller
class MunicipalityController {
    private static final int MOST = 12;

    @GetMapping("/municipalities")
    @ResponseBody
    List<String> typed(@RequestParam(defaultValue = "") String name) {
        return Municipalities.typed(name, MOST).stream()
                .map(Municipality::written)
                .toList();
    }
}
