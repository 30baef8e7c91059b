using DynamoGen.Benchmarks.Canned;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>What telemetry costs a GetItem while nobody listens: all that a call says to it, beside the whole call through the direct transport.</summary>
internal static class TelemetryBars
{
    /// <summary>How many calls' telemetry one turn has, so that the turn itself is none of what is measured.</summary>
    private const int CallsOfTurn = 100;

    private static readonly AccessPattern Get = new(
        "IOrders.Get", DynamoOperation.GetItem, new TableSchema { Name = "orders", PartitionKey = "pk", SortKey = "sk" });

    /// <summary>The bars of memory and of time.</summary>
    public static async Task<IReadOnlyList<Bar>> MeasureAsync()
    {
        using var telemetry = new DynamoGenTelemetry();
        using var single = new CannedClients(CannedResponses.Single);
        if (!ReferenceEquals(telemetry.Start(Get, "orders"), AccessPatternCall.Unobserved))
        {
            throw new InvalidOperationException("Somebody listens to the telemetry.");
        }

        var ratio = await Turns.RatioAsync(() => Say(telemetry), () => single.DirectOrders.Get(10248).AsTask(), rounds: 400, calls: 50);
        return
        [
            new("telemetry of a GetItem that nobody listens to, bytes", AllocationBars.Allocated(() => Say(telemetry)), 0, "B"),
            new("telemetry of a GetItem that nobody listens to, time against the whole call", ratio / CallsOfTurn, 0.01, "x"),
        ];
    }

    private static Task Say(DynamoGenTelemetry telemetry)
    {
        for (var i = 0; i < CallsOfTurn; i++)
        {
            SayOnce(telemetry);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// What a GetItem says to telemetry from its start to its end, and more: its request and the attempt, which a call that nobody listens to does not tell.
    /// </summary>
    private static void SayOnce(DynamoGenTelemetry telemetry)
    {
        using var call = telemetry.Start(Get, "orders");
        var observed = call.RequestSent("orders", "{}"u8);
        using (call.Activate(observed))
        {
            observed?.AttemptBegins("direct");
            observed?.Answered(requestId: null);
        }

        call.Received(1, 0.5);
        observed?.Received(1, scanned: null, 0.5, default);
    }
}
