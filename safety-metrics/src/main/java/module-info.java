/** Injury-rate and survey statistics: every result echoes its inputs and explains itself. */
module org.safecommunity.metrics {
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.numbers.gamma;
    requires commons.math3;
    requires static org.jspecify;

    exports org.safecommunity.metrics;
    exports org.safecommunity.metrics.agreement;
    exports org.safecommunity.metrics.burden;
    exports org.safecommunity.metrics.capture;
    exports org.safecommunity.metrics.chart;
    exports org.safecommunity.metrics.comparison;
    exports org.safecommunity.metrics.detection;
    exports org.safecommunity.metrics.evaluation;
    exports org.safecommunity.metrics.interval;
    exports org.safecommunity.metrics.method;
    exports org.safecommunity.metrics.planning;
    exports org.safecommunity.metrics.questionnaire;
    exports org.safecommunity.metrics.rate;
    exports org.safecommunity.metrics.sampling;
    exports org.safecommunity.metrics.survey;
    exports org.safecommunity.metrics.regression;
    exports org.safecommunity.metrics.season;
    exports org.safecommunity.metrics.series;
    exports org.safecommunity.metrics.trend;
    exports org.safecommunity.metrics.work;
}
