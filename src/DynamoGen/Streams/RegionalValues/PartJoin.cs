using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Regions.Values;

namespace DynamoGen.Streams.RegionalValues;

/// <summary>
/// Two states of one region's part as one that has both: of a register the later one, and of a set, for each element and region, the later time. It does not
/// matter in which order states are joined, or how often.
/// </summary>
internal static class PartJoin
{
    /// <summary>Whether a state has all that another one has.</summary>
    public static bool Covers(RegionalKind kind, AttributeValue state, AttributeValue other) => kind switch
    {
        RegionalKind.Register => SetAt(state) >= SetAt(other),
        _ => other.M.All(element => element.Value.M.All(time => Time(state, element.Key, time.Key) >= Number(time.Value))),
    };

    /// <summary>Joins two states.</summary>
    public static AttributeValue Of(RegionalKind kind, AttributeValue one, AttributeValue other)
    {
        if (kind == RegionalKind.Register)
        {
            return SetAt(one) >= SetAt(other) ? one : other;
        }

        var elements = one.M.Keys.Union(other.M.Keys);
        return new AttributeValue { M = elements.ToDictionary(element => element, element => Entry(one, other, element)) };
    }

    private static AttributeValue Entry(AttributeValue one, AttributeValue other, string element)
    {
        var names = Names(one, element).Union(Names(other, element));
        return new AttributeValue
        {
            M = names.ToDictionary(static name => name, name => new AttributeValue
            {
                N = Math.Max(Time(one, element, name), Time(other, element, name)).ToString(CultureInfo.InvariantCulture),
            }),
        };
    }

    private static IEnumerable<string> Names(AttributeValue part, string element) => part.M.TryGetValue(element, out var entry) ? entry.M.Keys : [];

    private static long Time(AttributeValue part, string element, string name) =>
        part.M.TryGetValue(element, out var entry) && entry.M.TryGetValue(name, out var time) ? Number(time) : 0;

    private static long SetAt(AttributeValue register) => Number(register.L[0]);

    private static long Number(AttributeValue value) => long.Parse(value.N, CultureInfo.InvariantCulture);
}
