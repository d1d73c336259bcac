import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Reads a topic from its beginning, and takes its time for each record.
 * Arguments: the bootstrap servers, the topic, milliseconds for a record.
 */
public final class ReadingJob {
  public static void main(String[] args) throws Exception {
    String topic = args[1];
    long milliseconds = Long.parseLong(args[2]);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<String> source =
        KafkaSource.<String>builder()
            .setBootstrapServers(args[0])
            .setTopics(topic)
            .setGroupId("reading")
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setValueOnlyDeserializer(new SimpleStringSchema())
            // What the consumer hands out counts as read, and it hears of new
            // records with its next fetch only: little of both at a time.
            .setProperty("max.poll.records", "10")
            .setProperty("max.partition.fetch.bytes", "2000")
            .build();
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "Source: " + topic + ", all")
        .setParallelism(1)
        .map(
            record -> {
              Thread.sleep(milliseconds);
              return record;
            })
        .name("take time")
        .sinkTo(new DiscardingSink<>());
    environment.execute("reading-" + topic);
  }
}
