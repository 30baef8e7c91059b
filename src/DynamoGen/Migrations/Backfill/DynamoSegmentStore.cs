using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Keeps segments in <see cref="Store.MigrationTable"/>, an item each, in one partition of a run.</summary>
/// <param name="client">The client; it may send requests again.</param>
/// <param name="tableName">The table.</param>
internal sealed class DynamoSegmentStore(IAmazonDynamoDB client, string tableName) : ISegmentStore
{
    public async ValueTask<IReadOnlyList<Segment>> ListAsync(string run, CancellationToken cancellationToken)
    {
        var request = new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            KeyConditionExpression = "pk = :run",
            ExpressionAttributeValues = new() { [":run"] = new AttributeValue(Partition(run)) },
        };
        var segments = new List<Segment>();
        do
        {
            var page = await client.QueryAsync(request, cancellationToken).ConfigureAwait(false);
            segments.AddRange((page.Items ?? []).Select(item => Read(run, item)));
            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return segments;
    }

    public async ValueTask AddAsync(string run, int count, CancellationToken cancellationToken)
    {
        for (var number = 0; number < count; number++)
        {
            var request = Put(new Segment(run, number));
            request.ConditionExpression = "attribute_not_exists(pk)";
            try
            {
                await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ConditionalCheckFailedException)
            {
                // Another worker was faster, or this one was interrupted before.
            }
        }
    }

    /// <remarks>The client may have sent the write twice, and the second be refused because the first was applied: what stands there tells.</remarks>
    public async ValueTask<bool> ReplaceAsync(Segment next, CancellationToken cancellationToken)
    {
        var request = Put(next);
        request.ConditionExpression = "#counter = :before";
        request.ExpressionAttributeNames = new() { ["#counter"] = "counter" };
        request.ExpressionAttributeValues = new() { [":before"] = Number(next.Counter - 1) };
        request.ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        try
        {
            await client.PutItemAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException refusal)
        {
            return refusal.Item is { Count: > 0 } stored && Read(next.Run, stored) == next;
        }
    }

    private PutItemRequest Put(Segment segment)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new AttributeValue(Partition(segment.Run)),
            ["sk"] = new AttributeValue(segment.Number.ToString("D7", CultureInfo.InvariantCulture)),
            ["counter"] = Number(segment.Counter),
            ["done"] = new AttributeValue { BOOL = segment.IsDone },
            ["copied"] = Number(segment.Copied),
            ["failed"] = Number(segment.Failed),
        };
        if (segment.Owner is { } owner)
        {
            item["owner"] = new AttributeValue(owner);
        }

        if (segment.Position is { } position)
        {
            item["position"] = new AttributeValue(position);
        }

        return new PutItemRequest { TableName = tableName, Item = item };
    }

    private static Segment Read(string run, Dictionary<string, AttributeValue> item) => new(run, int.Parse(item["sk"].S, CultureInfo.InvariantCulture))
    {
        Owner = item.GetValueOrDefault("owner")?.S,
        Counter = ReadNumber(item, "counter"),
        Position = item.GetValueOrDefault("position")?.S,
        IsDone = item["done"].BOOL == true,
        Copied = ReadNumber(item, "copied"),
        Failed = ReadNumber(item, "failed"),
    };

    private static string Partition(string run) => $"{run}#SEGMENTS";

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static long ReadNumber(Dictionary<string, AttributeValue> item, string name) => long.Parse(item[name].N, CultureInfo.InvariantCulture);
}
