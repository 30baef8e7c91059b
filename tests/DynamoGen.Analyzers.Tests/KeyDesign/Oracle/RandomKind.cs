using DynamoGen.Keys;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>A kind of placeholder, with every text that one can be in a key, as the product writes it; none is a text of any content.</summary>
internal sealed record RandomKind(string Name, string Type, string Format, IReadOnlyList<string> Texts, bool IsOrdered = true, bool NeedsEnd = false)
{
    public bool IsText => Texts.Count == 0;

    public static RandomKind[] All { get; } =
    [
        new("Name", "string", string.Empty, [], NeedsEnd: true),
        new("Digit", "int", ":D1", Written(Enumerable.Range(-9, 19), (ref key, number) => key.Number(number, 1))),
        new("Pair", "byte", ":D2", Written(Enumerable.Range(0, 100), (ref key, number) => key.Number((ulong)number, 2))),
        new("Octet", "byte", string.Empty, Written(Enumerable.Range(0, 256), (ref key, number) => key.Number((ulong)number, 3))),
        new("Flag", "bool", string.Empty, ["false", "true"], IsOrdered: false),
        new("Tree", "Tree", string.Empty, ["Ash", "Oak"], IsOrdered: false, NeedsEnd: true),
        new("Wood", "Wood", string.Empty, ["Oak", "Elm"], IsOrdered: false, NeedsEnd: true),
        new("Hour", "TimeOnly", ":HH", Written(Enumerable.Range(0, 24), (ref key, hour) => key.Time(new TimeOnly(hour, 0), "HH")), IsOrdered: false),
    ];

    private delegate void Write(ref KeyBuilder key, int value);

    private static string[] Written(IEnumerable<int> values, Write write)
    {
        var buffer = new byte[64];
        return [.. values.Select(value =>
        {
            var key = new KeyBuilder(buffer);
            write(ref key, value);
            return key.ToString();
        })];
    }
}

/// <summary>A part of a template: a literal, or a property.</summary>
internal sealed record RandomPart(string? Literal, RandomKind? Kind, string Property)
{
    public bool IsEscaped { get; init; }

    public string Source => Literal ?? $"{{{Property}{Kind!.Format}}}";
}
