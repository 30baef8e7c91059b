using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Serialization.Properties;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Compares an item with what its entity is written as, attribute by attribute, as the AWS SDK reads both.</summary>
internal static class SdkOracle
{
    /// <param name="json">An item that was read.</param>
    /// <param name="written">What it was written as.</param>
    /// <param name="exact">The attributes that keep exactly what they hold: no rounding, no other notation of dates, nothing unknown inside.</param>
    public static void Compare(byte[] json, byte[] written, IReadOnlyCollection<string> exact)
    {
        if (exact.Count == 0 || !ItemShape.IsItem(json))
        {
            return;
        }

        var (item, again) = (SdkJson.Read(json), SdkJson.Read(written));
        foreach (var name in exact)
        {
            if (item.TryGetValue(name, out var before) && !IsNothing(before))
            {
                Assert.True(again.TryGetValue(name, out var after), $"{name} was lost.");
                Assert.Equal(Text(before), Text(after));
            }
        }
    }

    private static bool IsNothing(AttributeValue value) => value is { NULL: true } or { SS: [] } or { NS: [] } or { BS: [] };

    /// <summary>Sets lose what they hold twice.</summary>
    private static string Text(AttributeValue value) => value switch
    {
        { SS: { } texts } => AttributeText.Of(new AttributeValue { SS = [.. texts.Distinct()] }),
        { NS: { } numbers } => AttributeText.Of(new AttributeValue { NS = [.. numbers.DistinctBy(AttributeText.Number)] }),
        _ => AttributeText.Of(value),
    };
}
