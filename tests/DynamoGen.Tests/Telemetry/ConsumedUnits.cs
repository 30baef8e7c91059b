using System.Diagnostics;
using System.Text.Json;

namespace DynamoGen.Tests.Telemetry;

/// <summary>Reads what a span says of consumed capacity.</summary>
internal static class ConsumedUnits
{
    public static double Of(Activity span) =>
        ((string[])span.GetTagItem("aws.dynamodb.consumed_capacity")!).Sum(static table => JsonDocument.Parse(table).RootElement.GetProperty("CapacityUnits").GetDouble());
}
