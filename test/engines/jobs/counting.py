"""Counts the words of the text files in a folder, and adds the result to another.

counting.py once IN OUT           all files, as a batch
counting.py stream IN OUT         those that are new since the last checkpoint
counting.py stream-on IN OUT      the same, until it is told to stop
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import explode, split

mode, source, target = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()

reader = spark.read if mode == "once" else spark.readStream
words = reader.text(source).select(explode(split("value", " ")).alias("word"))


def add(batch, _):
    batch.groupBy("word").count().coalesce(1).write.mode("append").json(target)


if mode == "once":
    add(words, 0)
else:
    # A query without a name would not find its checkpoint again.
    query = words.writeStream.queryName("words").foreachBatch(add)
    if mode == "stream":
        query = query.trigger(availableNow=True)
    query.start().awaitTermination()
spark.stop()
