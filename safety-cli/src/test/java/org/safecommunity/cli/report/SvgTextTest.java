package org.safecommunity.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTextTest {
    @Test
    void numbers_in_tags_keep_two_decimals_and_text_stays() {
        assertThat(SvgText.tidy("<svg><text x=\"1.23456\" y=\"-0.0001\">1.23456 #a1.5</text></svg>", "c1"))
                .isEqualTo("<svg><text x=\"1.23\" y=\"0\">1.23456 #a1.5</text></svg>");
    }

    @Test
    void random_ids_become_stable_where_they_are_used_and_go_where_not() {
        String svg = "<svg><g id=\"dXyz\"/><clipPath id=\"qQ1\"/><g clip-path=\"url(#qQ1)\"/></svg>";
        assertThat(SvgText.tidy(svg, "c7"))
                .isEqualTo("<svg><g/><clipPath id=\"c7-1\"/><g clip-path=\"url(#c7-1)\"/></svg>");
        assertThat(SvgText.tidy(svg.replace("qQ1", "other").replace("dXyz", "more"), "c7"))
                .isEqualTo(SvgText.tidy(svg, "c7"));
    }

    @Test
    void style_rules_white_space_and_default_attributes_go() {
        String svg =
                "<svg width=\"720.0\" height=\"270.0\">\n  <style type=\"text/css\">\n text { fill: red }\n</style>\n"
                        + "  <rect fill=\"blue\" fill-opacity=\"1.0\" stroke-width=\"0.0\"></rect>\n  <text>\n  a b\n</text>\n</svg>";
        assertThat(SvgText.tidy(svg, "c1"))
                .isEqualTo("<svg viewBox=\"0 0 720 270\" role=\"img\"><rect fill=\"blue\" stroke-width=\"0\"/>"
                        + "<text>a b</text></svg>");
    }
}
