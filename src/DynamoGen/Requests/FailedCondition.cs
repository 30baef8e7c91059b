using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Requests;

/// <summary>Tells by the stored item why the condition of a write does not hold.</summary>
internal static class FailedCondition
{
    public static ConditionFailureReason ReasonOf<TRequest>(TRequest request, IReadOnlyDictionary<string, AttributeValue>? item, DateTimeOffset now)
        where TRequest : struct, IWriteRequest => IsStale(request, item) ? ConditionFailureReason.StaleWriter
            : ReasonOf(TRequest.Demands, TRequest.Demands.Lock is null ? 0 : request.LockCount, item, now);

    /// <summary>Whether a newer epoch than that of the write has written the item.</summary>
    public static bool IsStale<TRequest>(TRequest request, IReadOnlyDictionary<string, AttributeValue>? item)
        where TRequest : struct, IWriteRequest => TRequest.Demands.Epoch is { } epoch && item is not null && Number(epoch, item) > request.Epoch;

    private static ConditionFailureReason ReasonOf(
        ItemDemands demands, long lockCount, IReadOnlyDictionary<string, AttributeValue>? item, DateTimeOffset now)
    {
        if (item is null or { Count: 0 })
        {
            return demands.IsThere == true || (demands.Lock is not null && lockCount > 0) ? ConditionFailureReason.NotFound
                : ConditionFailureReason.Condition;
        }

        if (HasExpired(demands.TimeToLive, item, now))
        {
            return demands.IsThere == true ? ConditionFailureReason.Expired : ConditionFailureReason.Condition;
        }

        return demands.IsThere == false ? ConditionFailureReason.AlreadyExists
            : demands.Lock is { } counted && lockCount != (Number(counted, item) ?? 0) ? ConditionFailureReason.StaleLock
            : ConditionFailureReason.Condition;
    }

    /// <summary>Whether an item counts as absent, because its time has come.</summary>
    public static bool HasExpired(string? timeToLive, IReadOnlyDictionary<string, AttributeValue>? item, DateTimeOffset now) =>
        timeToLive is not null && item is not null && Number(timeToLive, item) <= now.ToUnixTimeSeconds();

    private static decimal? Number(string attribute, IReadOnlyDictionary<string, AttributeValue> item) =>
        item.TryGetValue(attribute, out var value) && decimal.TryParse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
