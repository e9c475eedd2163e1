package br.com.redcheck.exam.worklist;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody is in the list: what they filter by, and from where on they see it.
 *
 * @param cursor empty at the newest exam
 */
record Place(Filter filter, Optional<Cursor> cursor) {
    /** @throws BadFilter if the parameters of the address mean nothing */
    static Place parse(MultiValueMap<String, String> parameters) {
        return new Place(Filter.parse(parameters), Cursor.parse(parameters));
    }

    /** Reads what {@link #query()} wrote; whatever else was sent cannot lead anywhere else. */
    static Place parse(String query) {
        return parse(UriComponentsBuilder.newInstance().query(query).build().getQueryParams());
    }

    static Place startOf(Filter filter) {
        return new Place(filter, Optional.empty());
    }

    /** The same filter, seen from elsewhere. */
    public Place at(Cursor other) {
        return new Place(filter, Optional.of(other));
    }

    /** The start of the list of the same filter, of whomever. */
    public Place ofAnyPatient() {
        return startOf(filter.ofAnyPatient());
    }

    public String query() {
        return Stream.of(filter.query(), cursor.map(Cursor::query).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    public String address() {
        return address("/exams");
    }

    /** The filter without the place. */
    public String exportAddress() {
        return startOf(filter).address("/exams/export");
    }

    /** Whether it is the page that a doctor sees first. */
    public boolean front() {
        return filter.isEmpty() && cursor.isEmpty();
    }

    private String address(String path) {
        return query().isEmpty() ? path : path + "?" + query();
    }
}
