package org.safecommunity.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crude --events 12 --person-time 52720|garwood",
                "proportion --events 8 --trials 10|wilson",
                "smr --events 12 --expected 7.5|garwood",
                "compare --events 41,15 --person-time 28010,19017|mid-p,wald",
                "compare --events 56,48 --trials 70,80|miettinen-nurminen,miettinen-nurminen,mid-p"
            })
    void the_first_method_of_each_statistic_says_why(String arguments, String methods) {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--interval", "all"));
        List<String> recommended = new ArrayList<>();
        String statistic = "";
        for (JsonNode row : RatesRun.json(all.toArray(new String[0])).results()) {
            boolean first = !row.get("statistic").asText().equals(statistic);
            statistic = row.get("statistic").asText();
            if (row.get("details").has("recommended")) {
                assertThat(first).isTrue();
                assertThat(row.get("details").get("recommended").asText()).startsWith("yes: ");
                recommended.add(row.get("interval").get("method").asText());
            }
        }
        assertThat(recommended).containsExactly(methods.split(","));
    }

    @Test
    void one_method_alone_is_not_marked() {
        JsonNode row = RatesRun.json("crude", "--events", "12", "--person-time", "52720")
                .results()
                .get(0);
        assertThat(row.get("details").has("recommended")).isFalse();
    }
}
