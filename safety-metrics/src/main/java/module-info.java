/** Injury-rate and survey statistics: every result echoes its inputs and explains itself. */
module org.safecommunity.metrics {
    requires org.apache.commons.statistics.distribution;
    requires commons.math3;
    requires static org.jspecify;

    exports org.safecommunity.metrics;
    exports org.safecommunity.metrics.interval;
    exports org.safecommunity.metrics.method;
    exports org.safecommunity.metrics.rate;
    exports org.safecommunity.metrics.survey;
}
