using System.Diagnostics;
using System.Text.Json;

namespace Northwind.Tour;

/// <summary>What the span of one access pattern says of it.</summary>
public sealed record RecordedCall(string Pattern, string Operation, string? Index, long Items, double CapacityUnits, int Requests, TimeSpan Duration)
{
    public static RecordedCall Of(Activity span) => new(
        span.DisplayName,
        (string)span.GetTagItem("db.operation.name")!,
        (string?)span.GetTagItem("aws.dynamodb.index_name"),
        (long)(span.GetTagItem("db.response.returned_rows") ?? 0L),
        ((string[])span.GetTagItem("aws.dynamodb.consumed_capacity")!).Sum(Units),
        (int)span.GetTagItem("dynamogen.requests")!,
        span.Duration);

    /// <summary>The units in one table's ConsumedCapacity, which is JSON by OpenTelemetry's conventions.</summary>
    private static double Units(string consumed)
    {
        using var json = JsonDocument.Parse(consumed);
        return json.RootElement.GetProperty("CapacityUnits").GetDouble();
    }
}
