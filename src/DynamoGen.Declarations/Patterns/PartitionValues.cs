using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>A parameter that has several values of one part of a partition key, so that a query asks the partitions of all of them.</summary>
internal static class PartitionValues
{
    /// <summary>The parameter that has several values of a part: of its name or the plural, or of that of its period; null where none has.</summary>
    public static IParameterSymbol? Giving(KeyPart part, KeyModel key, IReadOnlyList<IParameterSymbol> parameters, Func<string, bool> isDouble)
    {
        if (!part.IsPlaceholder)
        {
            return null;
        }

        var periods = TimeBucket.Is(part, key) ? TimeBucket.NamesOf(part) : [];
        var names = periods.Concat(periods.Select(period => part.Text + period)).Append(part.Text).SelectMany(Plurals).ToArray();
        var comparison = isDouble(part.Text) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return parameters.FirstOrDefault(parameter =>
            ElementOf(parameter) is not null
            && PatternParameters.Bare(parameter.Type).PlainName() != part.TypeName
            && names.Any(name => string.Equals(parameter.Name, name, comparison)));
    }

    /// <summary>Whether a parameter has several values of a part of the partition key.</summary>
    public static bool Are(KeyModel key, IReadOnlyList<IParameterSymbol> parameters, Func<string, bool> isDouble) =>
        key.PartitionAttributes.SelectMany(attribute => attribute.Parts).Any(part => Giving(part, key, parameters, isDouble) is not null);

    /// <summary>Why a parameter's values cannot be those of a part, as the end of a sentence; null where they can.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="part">The part of the partition key.</param>
    /// <param name="key">The key.</param>
    /// <param name="need">How much of the key is needed.</param>
    /// <param name="other">The parameter that has several values already, or null.</param>
    public static string? Misfit(IParameterSymbol parameter, KeyPart part, KeyModel key, KeyNeed need, IParameterSymbol? other)
    {
        var element = ElementOf(parameter)!;
        return need == KeyNeed.Whole
                ? $"parameter '{parameter.Name}' has several values of '{part.Text}', but one item has one; "
                    + "a query takes several, by [Query] or by what it returns"
            : other is not null && !SymbolEqualityComparer.Default.Equals(other, parameter)
                ? $"parameters '{other.Name}' and '{parameter.Name}' have several values each; a query takes several values of one part of the partition key"
            : PatternParameters.IsNullable(parameter) || element.NullableAnnotation == NullableAnnotation.Annotated
                ? $"parameter '{parameter.Name}' or a value of it may be null, but a key needs its values; an empty collection finds nothing"
            : key.FurtherPartition.Count + key.FurtherSort.Count > 0
                ? $"parameter '{parameter.Name}' has several values, but an index whose keys are of several attributes is asked for one partition at a time"
            : As(part, key, element) is null
                ? $"the values of parameter '{parameter.Name}' are {TypeNames.Readable(element.PlainName())}, "
                    + $"but '{part.Text}' is {TypeNames.Readable(part.TypeName)}"
            : null;
    }

    /// <summary>The part with one value of a parameter that fits.</summary>
    public static BoundPart Bind(IParameterSymbol parameter, KeyPart part, KeyModel key)
    {
        var element = ElementOf(parameter)!;
        return new BoundPart(As(part, key, element)!, new ElementSource(parameter.Name, element.PlainName(), key.Shards));
    }

    /// <summary>The part as a type writes it: the property's own, or DateOnly where the part holds no more than a date; null where it cannot.</summary>
    private static KeyPart? As(KeyPart part, KeyModel key, ITypeSymbol element) =>
        TimeBucket.Is(part, key) || (part.Format is { } format && SortableFormat.UpToDay(format) == format) ? TimeBucket.As(part, element)
        : element.PlainName() == part.TypeName ? part with { IsNullable = false }
        : null;

    /// <summary>What a parameter has several of, which can be counted; null where it is one value.</summary>
    private static ITypeSymbol? ElementOf(IParameterSymbol parameter) => PatternParameters.Bare(parameter.Type) switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Append(named)
            .FirstOrDefault(type => TypeNames.MetadataName(type) == "System.Collections.Generic.IReadOnlyCollection`1")?.TypeArguments[0],
        _ => null,
    };

    /// <summary>A name and its plural, however it is built: <c>days</c>, <c>statuses</c>, <c>categories</c>.</summary>
    private static IEnumerable<string> Plurals(string name)
    {
        yield return name;
        yield return name + "s";
        yield return name + "es";
        if (name.EndsWith("y", StringComparison.OrdinalIgnoreCase))
        {
            yield return name.Substring(0, name.Length - 1) + "ies";
        }
    }
}
