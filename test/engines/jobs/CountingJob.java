import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Counts for ever, in keyed state. Appends a line "graph count" to a file for
 * each, so a test sees which graph runs and what state it began with.
 * Arguments: the graph's name ("two" has one step more, "slow" reports less
 * than it is given) and the file.
 */
public final class CountingJob {
  public static void main(String[] args) throws Exception {
    String graph = args[0];
    String file = args[1];
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment();
    SingleOutputStreamOperator<Long> counts =
        environment
            .fromSource(
                new DataGeneratorSource<Long>(
                    number -> number,
                    Long.MAX_VALUE,
                    RateLimiterStrategy.perSecond(graph.equals("slow") ? 20_000 : 50),
                    Types.LONG),
                WatermarkStrategy.noWatermarks(),
                "numbers",
                Types.LONG)
            .uid("numbers")
            .setParallelism(1)
            .keyBy(number -> 0)
            .map(new Count())
            .returns(Types.LONG)
            .uid("count")
            .name("count");
    if (graph.equals("two")) {
      counts =
          counts
              .rebalance()
              .map(count -> count)
              .returns(Types.LONG)
              .name("second step");
    }
    counts.map(new Report(graph, file)).returns(Types.LONG).name("report")
        .sinkTo(new DiscardingSink<>());
    environment.execute("graph-" + graph);
  }

  private static final class Count extends RichMapFunction<Long, Long> {
    private transient ValueState<Long> seen;

    @Override
    public void open(OpenContext context) {
      seen =
          getRuntimeContext()
              .getState(new ValueStateDescriptor<>("seen", Types.LONG));
    }

    @Override
    public Long map(Long number) throws Exception {
      Long before = seen.value();
      long now = before == null ? 1 : before + 1;
      seen.update(now);
      return now;
    }
  }

  private static final class Report extends RichMapFunction<Long, Long> {
    private final String graph;
    private final String file;

    Report(String graph, String file) {
      this.graph = graph;
      this.file = file;
    }

    @Override
    public Long map(Long count) throws Exception {
      if (graph.equals("slow")) {
        Thread.sleep(1);
      }
      Files.writeString(
          Path.of(file),
          graph + " " + count + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return count;
    }
  }
}
