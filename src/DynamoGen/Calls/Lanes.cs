using System.Text;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>The queries that one call asks and merges: one for each shard of a key, or for each partition of several values of a part of it.</summary>
internal static class Lanes
{
    /// <summary>How many queries one call asks.</summary>
    public const int Most = 100;

    /// <summary>How many partitions of several values are asked at a time.</summary>
    public const int AtOnce = 25;

    /// <summary>The numbers of the queries to ask. Each partition is asked once, whichever values name it.</summary>
    /// <exception cref="ItemValueException">There are more than 100 partitions, or a key cannot be built.</exception>
    public static int[] Of<TRequest>(QueryCall<TRequest> query)
        where TRequest : struct, IShardedQueryRequest => TRequest.HasValues ? Distinct(query) : [.. Enumerable.Range(0, query.Request.Shards)];

    private static int[] Distinct<TRequest>(QueryCall<TRequest> query)
        where TRequest : struct, IShardedQueryRequest
    {
        try
        {
            // Values that differ may be of one partition, such as two instants of a day: what is sent tells them apart.
            var sent = new HashSet<string>();
            var lanes = new List<int>();
            for (var lane = 0; lane < query.Request.Shards; lane++)
            {
                using var writer = new WireWriter();
                RequestValues.WriteKeyCondition(writer, query.Request, lane);
                if (sent.Add(Encoding.UTF8.GetString(writer.Written.Span)))
                {
                    lanes.Add(lane);
                }

                if (lanes.Count > Most)
                {
                    throw new ItemValueException(
                        $"{query.Pattern.Name} is asked for more than {Most} partitions, each shard of each value among them; ask for fewer at a time.");
                }
            }

            return [.. lanes];
        }
        catch (Exception exception)
        {
            query.Call.Failed(exception);
            throw;
        }
    }
}
