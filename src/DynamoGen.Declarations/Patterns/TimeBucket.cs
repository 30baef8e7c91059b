using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>
/// A part of a partition key that holds the period of a time, such as its day, of which the sort key of the same key holds more. A query asks for the
/// period by a parameter of its own: the property's value would give the sort key too, and so one item.
/// </summary>
internal static class TimeBucket
{
    private static readonly (string Unit, string[] Names)[] Periods =
    [
        ("ss", ["second"]), ("mm", ["minute"]), ("HH", ["hour"]), ("dd", ["day", "date"]), ("MM", ["month"]), ("yyyy", ["year"]),
    ];

    /// <summary>Whether a part of the partition key is such a period.</summary>
    public static bool Is(KeyPart part, KeyModel key) =>
        part is { Kind: KeyPartKind.DateTimeOffset or KeyPartKind.DateTime or KeyPartKind.Date, Format: not null }
        && key.PartitionAttributes.Any(attribute => attribute.Parts.Contains(part))
        && key.SortAttributes.SelectMany(attribute => attribute.Parts)
            .Any(finer => finer.Text == part.Text && finer.Format is { } format && format != part.Format
                && format.StartsWith(part.Format, StringComparison.Ordinal));

    /// <summary>The parameter that gives the period: <c>day</c> or <c>orderedAtDay</c> for one of days, or a DateOnly of the property's name.</summary>
    public static IParameterSymbol? Giving(KeyPart part, KeyModel key, IReadOnlyList<IParameterSymbol> parameters, Func<string, bool> isDouble)
    {
        var names = NamesOf(part);
        var own = PatternParameters.Giving(parameters, part.Text, isDouble);
        return parameters.FirstOrDefault(parameter => names.Any(name => IsNamed(parameter, part.Text + name)))
            ?? (own is not null && part.Kind != KeyPartKind.Date && IsDate(own.Type) ? own : null)
            ?? parameters.FirstOrDefault(parameter => names.Any(name => IsNamed(parameter, name)) && !key.Parts.Any(other => IsNamed(parameter, other.Text)));
    }

    /// <summary>The period as a type writes it; null where it cannot.</summary>
    public static KeyPart? As(KeyPart part, ITypeSymbol type)
    {
        var isCoarse = part.Format!.IndexOf("HH", StringComparison.Ordinal) < 0;
        return type.PlainName() == part.TypeName ? part with { IsNullable = false }
            : isCoarse && IsDate(type) ? part with { Kind = KeyPartKind.Date, TypeName = type.PlainName(), IsNullable = false }
            : null;
    }

    /// <summary>The parameter that a method should take for the period, as it would be written.</summary>
    public static string Wanted(KeyPart part)
    {
        var type = part.Format!.IndexOf("HH", StringComparison.Ordinal) < 0 ? "DateOnly" : part.Kind == KeyPartKind.DateTime ? "DateTime" : "DateTimeOffset";
        return $"{type} {NamesOf(part)[0]}";
    }

    /// <summary>
    /// A period that is given by the value that a condition has of the whole time too, which leaves one instant of it; null where there is none.
    /// </summary>
    public static BoundPart? NarrowedToInstant(KeyConditionModel condition) => condition.Partition
        .Where(part => part.Value is not null && Is(part.Part, condition.Key))
        .FirstOrDefault(part => condition.SortPrefix.Any(sort => sort.Part.Text == part.Part.Text && Equals(sort.Value, part.Value)));

    /// <summary>What a period is called, such as <c>day</c>.</summary>
    public static string[] NamesOf(KeyPart part) =>
        Periods.First(period => part.Format!.IndexOf(period.Unit, StringComparison.Ordinal) >= 0).Names;

    private static bool IsDate(ITypeSymbol type) => ScalarTypes.KindOf(PatternParameters.Bare(type)) == ScalarKind.DateOnly;

    private static bool IsNamed(IParameterSymbol parameter, string name) => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase);
}
