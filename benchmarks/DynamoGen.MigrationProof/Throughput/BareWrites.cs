using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.MigrationProof.Flights;
using DynamoGen.Migrations.Backfill;

namespace DynamoGen.MigrationProof.Throughput;

/// <summary>The new items written by the SDK's client and nothing else, as many requests at once as a backfill with default options.</summary>
internal static class BareWrites
{
    private const int RequestItems = 25;

    /// <returns>How long the writing took; what is written is there before.</returns>
    public static async Task<TimeSpan> RunAsync(IAmazonDynamoDB client, string table, int items, CancellationToken cancellationToken)
    {
        var options = new BackfillOptions();
        var requests = Enumerable.Range(0, items).Select(Put).Chunk(RequestItems)
            .Select(puts => new BatchWriteItemRequest { RequestItems = new() { [table] = [.. puts] } }).ToArray();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency * options.WritesAtOnce, CancellationToken = cancellationToken },
            async (request, token) =>
            {
                var answer = await client.BatchWriteItemAsync(request, token);
                if (answer.UnprocessedItems is { Count: > 0 })
                {
                    throw new InvalidOperationException("Items were left unprocessed, which DynamoDB Local does not do.");
                }
            });
        return Stopwatch.GetElapsedTime(started);
    }

    private static WriteRequest Put(int number)
    {
        var flight = FlightMigration.Forward(FlightSchedule.Flight(number));
        return new WriteRequest(new PutRequest(new()
        {
            ["pk"] = new AttributeValue(string.Create(CultureInfo.InvariantCulture, $"{flight.Origin}#{flight.Number}")),
            ["sk"] = new AttributeValue("FLIGHT"),
            ["_t"] = new AttributeValue("Flight"),
            ["_v"] = Number(1),
            ["Number"] = Number(flight.Number),
            ["Origin"] = new AttributeValue(flight.Origin),
            ["Destination"] = new AttributeValue(flight.Destination),
            ["Departure"] = new AttributeValue(flight.Departure.ToString("O", CultureInfo.InvariantCulture)),
            ["DelayMinutes"] = Number(flight.DelayMinutes),
            ["Kilometers"] = Number(flight.Kilometers),
        }));
    }

    private static AttributeValue Number(decimal value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };
}
