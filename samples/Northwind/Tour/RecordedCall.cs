using System.Diagnostics;

namespace Northwind.Tour;

/// <summary>What the span of one access pattern says of it.</summary>
public sealed record RecordedCall(string Pattern, string Operation, string? Index, long Items, double CapacityUnits, int Requests, TimeSpan Duration)
{
    public static RecordedCall Of(Activity span) => new(
        span.DisplayName,
        (string)span.GetTagItem("db.operation.name")!,
        (string?)span.GetTagItem("aws.dynamodb.index_name"),
        (long)(span.GetTagItem("db.response.returned_rows") ?? 0L),
        (double)span.GetTagItem("dynamogen.consumed_capacity")!,
        (int)span.GetTagItem("dynamogen.requests")!,
        span.Duration);
}
