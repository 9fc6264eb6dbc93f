package org.safecommunity.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.internal.Checks;

class DataFileTest {
    private static final DataFile<Shelf> FILE =
            DataFile.of(Shelf.class).whenBroken(Shelf.class, shelf -> shelf.unique("books", "id"));

    record Shelf(String name, List<Book> books) {
        Shelf {
            Checks.text(name, "name");
            books = Checks.filled(books, "books");
            InvalidDataException.throwIfAny(Duplicates.in(books, "books", "id", Book::id));
        }
    }

    record Book(String id, int pages, BigDecimal price) {
        Book {
            Checks.text(id, "id");
            Checks.between(pages, 1, 9999, "pages");
            Checks.notNegative(price, "price");
        }
    }

    @Test
    void reads_decimals_exactly() {
        Shelf shelf = FILE.read(stream(shelf(book("a", "1", "0.1"))), "s.json");
        assertThat(shelf.books().get(0).price()).isEqualTo(new BigDecimal("0.1"));
        assertThat(FILE.check(stream(shelf(book("a", "1", "0.1"))), "s.json")).isEmpty();
    }

    @Test
    void a_mistyped_key_is_offered_the_nearest() {
        String json = shelf("{\"id\":\"a\",\"pages\":3,\"price\":1,\"prise\":2}");
        assertThat(FILE.check(stream(json), "s.json")).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-key");
            assertThat(finding.hint().en()).isEqualTo("did you mean price? known keys: id, pages, price");
            assertThat(finding.hint().zh()).startsWith("是否为 price？");
        });
    }

    @Test
    void a_hundred_levels_are_refused_as_too_deep() {
        String json = "[".repeat(100) + "]".repeat(100);
        assertThat(FILE.check(stream("{\"name\":" + json + "}"), "s.json"))
                .extracting(Finding::toString)
                .containsExactly("s.json: the file is nested more than 30 levels deep");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> FILE.read(stream(json), "s.json"))
                .withMessage("s.json: the file is nested more than 30 levels deep");
    }

    @Test
    void fifty_megabytes_are_refused_as_too_long() {
        String json = "{\"name\":\"" + "a".repeat(50_000_000) + "\"}";
        assertThat(FILE.check(stream(json), "s.json"))
                .extracting(Finding::code, Finding::toString)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "too-long", "s.json: the file has more than 20000000 bytes"));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> FILE.read(stream(json), "s.json"))
                .withMessageContaining("more than 20000000 bytes");
    }

    @Test
    void lists_every_fault_of_a_file_in_order() {
        String json = shelf(book("a", "0", "1"), book("", "3", "-1"), book("a", "x", "1"), book("b", "1", "1"));
        assertThat(FILE.check(stream(json), "s.json"))
                .extracting(Finding::toString)
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("s.json:books[0]: pages must be from 1 to 9999, was 0"),
                        two -> assertThat(two).isEqualTo("s.json:books[1]: id must not be blank"),
                        three -> assertThat(three)
                                .isEqualTo("s.json:books[2].id: id must be unique, was a again after books[0]"),
                        four -> assertThat(four).isEqualTo("s.json:books[2].pages: must be a whole number"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'n','books':[]}                                | s.json: books must not be empty",
                "{'books':[{'id':'a','pages':1,'price':1}]}             | s.json: name must be given",
                "{'name':'n','books':[{'id':'a','pages':1}]}            | s.json:books[0]: price must be given",
                "{'name':'n','books':[{'id':'a','pages':1,'price':1,'colour':2}]} | s.json:books[0].colour: is not a known key"
            })
    void names_the_fault_and_its_path(String json, String finding) {
        assertThat(FILE.check(stream(json.replace('\'', '"')), "s.json"))
                .extracting(Finding::toString)
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'n','books':[{'id':'a','price':1}]}              | s.json:books[0].pages: must be a whole number",
                "{'name':'n','books':[{'id':'a','pages':null,'price':1}]} | s.json:books[0].pages: must be a whole number",
                "{'name':'n','books':[{'id':'a','pages':1,'price':'x'}]}  | s.json:books[0].price: must be a number",
                "{'name':'n','books':[{'id':[],'pages':1,'price':1}]}     | s.json:books[0].id: must be a text",
                "{'name':'n','books':{}}                                  | s.json:books: must be a list",
                "{'name':'n','books':[7]}                                 | s.json:books[0]: must be an object with keys",
                "[]                                                       | s.json: must be an object with keys"
            })
    void never_reads_a_missing_number_or_a_wrong_shape(String json, String finding) {
        assertThat(FILE.check(stream(json.replace('\'', '"')), "s.json"))
                .extracting(Finding::toString)
                .containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'n',             | 1",
                "{'name':'n','name':'m'} | 1",
                "{} {}                   | 1",
                "''| 0"
            })
    void a_text_that_is_no_json_is_one_finding_with_its_line(String json, int line) {
        assertThat(FILE.check(stream(json.replace('\'', '"')), "s.json"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.location().file()).isEqualTo("s.json");
                    assertThat(finding.location().line()).isEqualTo(line);
                });
    }

    @Property(tries = 200)
    void check_never_throws_for_what_a_file_holds(@ForAll @StringLength(max = 40) String content) {
        assertThat(FILE.check(stream(content), "s.json")).isNotEmpty();
    }

    @Test
    void read_throws_with_the_findings() {
        assertThatThrownBy(() -> FILE.read(stream(shelf(book("a", "0", "-1"))), "s.json"))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.findings())
                        .singleElement()
                        .satisfies(f -> assertThat(f.code()).isEqualTo("rule-broken")))
                .hasMessage("s.json:books[0]: pages must be from 1 to 9999, was 0");
    }

    @Test
    void a_faulty_or_missing_file_of_the_library_is_a_fault_of_the_program() {
        assertThatThrownBy(() -> FILE.readBundled(null, "s.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("data file s.json is missing from the library");
        assertThatThrownBy(() -> FILE.readBundled(stream("{}"), "s.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("data file s.json cannot be read: s.json: name must be given");
    }

    @Test
    void an_unreadable_stream_is_named() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FILE.check(broken, "s.json"))
                .withMessage("s.json cannot be read");
    }

    private static String shelf(String... books) {
        return "{\"name\":\"n\",\"books\":[" + String.join(",", books) + "]}";
    }

    private static String book(String id, String pages, String price) {
        String number = pages.equals("x") ? "\"x\"" : pages;
        return "{\"id\":\"" + id + "\",\"pages\":" + number + ",\"price\":" + price + "}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
