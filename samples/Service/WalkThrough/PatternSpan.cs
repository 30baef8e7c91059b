using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NorthwindService.WalkThrough;

/// <summary>What the span of one call of an access pattern says: docs/telemetry.md lists its attributes.</summary>
public sealed record PatternSpan(
    string Endpoint, string Pattern, string Operation, string? Index, long Requests, long Returned, long Scanned, double Units, ActivityTraceId Trace)
{
    private static readonly string[] Writes = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"];

    public double ReadUnits => IsWrite ? 0 : Units;

    public double WriteUnits => IsWrite ? Units : 0;

    private bool IsWrite => Writes.Contains(Operation);

    /// <summary>The calls among the spans, each with the endpoint that made it: its parent, a span of ASP.NET Core.</summary>
    public static IReadOnlyList<PatternSpan> Among(IReadOnlyCollection<Activity> spans)
    {
        var parents = spans.ToDictionary(span => span.SpanId);
        return
        [
            .. spans
                .Where(span => span.GetTagItem("dynamogen.access_pattern") is not null && span.Kind == ActivityKind.Internal)
                .Select(span => Of(span, parents[span.ParentSpanId])),
        ];
    }

    /// <summary>The units of all tables in a span; each is a ConsumedCapacity as JSON, by OpenTelemetry's conventions. A refused write has none.</summary>
    public static double UnitsOf(Activity span) => span.GetTagItem("aws.dynamodb.consumed_capacity") is string[] tables
        ? tables.Sum(static table => JsonElement.Parse(table).GetProperty("CapacityUnits").GetDouble())
        : 0;

    public static long Count(Activity span, string attribute) => Convert.ToInt64(span.GetTagItem(attribute) ?? 0, CultureInfo.InvariantCulture);

    private static PatternSpan Of(Activity span, Activity endpoint)
    {
        var returned = Count(span, "db.response.returned_rows");
        return new PatternSpan(
            endpoint.DisplayName,
            span.DisplayName,
            (string)span.GetTagItem("db.operation.name")!,
            (string?)span.GetTagItem("aws.dynamodb.index_name"),
            Count(span, "dynamogen.requests"),
            returned,
            Math.Max(returned, Count(span, "aws.dynamodb.scanned_count")),
            UnitsOf(span),
            span.TraceId);
    }
}
