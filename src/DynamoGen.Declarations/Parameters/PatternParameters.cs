using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Parameters;

/// <summary>Tells what a parameter of an access pattern stands for, by its name and type.</summary>
internal static class PatternParameters
{
    public static bool IsCancellation(IParameterSymbol parameter) => parameter.Type.IsNamed("System.Threading.CancellationToken");

    public static bool IsLimit(IParameterSymbol parameter) => parameter.Name == "limit" && Bare(parameter.Type).SpecialType == SpecialType.System_Int32;

    public static bool IsCursor(IParameterSymbol parameter) => parameter.Name == "cursor" && parameter.Type.SpecialType == SpecialType.System_String;

    /// <summary>
    /// The parameter that gives a property's value: the one of exactly its name, or else the only one whose name differs in case alone. A doubt is
    /// no match.
    /// </summary>
    /// <param name="parameters">The parameters of the method.</param>
    /// <param name="property">The property.</param>
    /// <param name="isDouble">Whether the entity has another property whose name differs in case alone, so that only the exact name is certain.</param>
    public static IParameterSymbol? Giving(IEnumerable<IParameterSymbol> parameters, string property, Func<string, bool> isDouble) =>
        Certain(parameters, property, property, isDouble);

    /// <summary>The order of a query, where its caller chooses it.</summary>
    public static bool IsDescending(IParameterSymbol parameter) => parameter.Name == "descending" && parameter.Type.SpecialType == SpecialType.System_Boolean;

    /// <summary>Whether a parameter is a bound of a property, by the side alone or by its name too.</summary>
    public static bool GivesBound(IParameterSymbol parameter, BoundSide side, string property, Func<string, bool> isDouble) =>
        Same(parameter.Name, side.ToString()) || GivesNamedBound(parameter, side, property, isDouble);

    /// <summary>Whether a parameter is a bound of a property by its name.</summary>
    public static bool GivesNamedBound(IParameterSymbol parameter, BoundSide side, string property, Func<string, bool> isDouble) =>
        Same(parameter.Name, side + property, property, isDouble) || Same(parameter.Name, property + side, property, isDouble);

    /// <summary>The name of a bound of a property.</summary>
    public static string NameOf(BoundSide side, string property) => Identifiers.Camel(side.ToString()) + property;

    public static bool GivesBeginning(IParameterSymbol parameter, string property, Func<string, bool> isDouble) =>
        Same(parameter.Name, "prefix") || Same(parameter.Name, property + "Prefix", property, isDouble);

    /// <summary>The state of an item before a write of it.</summary>
    public static bool IsBefore(IParameterSymbol parameter) => parameter.Name == "before";

    /// <summary>The parameter that gives what a property's value was, told from others as by <see cref="Giving"/>.</summary>
    public static IParameterSymbol? GivingBefore(IEnumerable<IParameterSymbol> parameters, string property, Func<string, bool> isDouble) =>
        Certain(parameters, property + "Before", property, isDouble);

    /// <summary>The type without <c>?</c>.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsNullable(IParameterSymbol parameter) =>
        parameter.Type.NullableAnnotation == NullableAnnotation.Annotated || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a type is a sequence that a batch takes.</summary>
    public static bool IsMany(ITypeSymbol type) => ElementOfMany(type) is not null;

    /// <summary>What a sequence that a batch takes has, or null for another type.</summary>
    public static ITypeSymbol? ElementOfMany(ITypeSymbol type) =>
        type is INamedTypeSymbol { MetadataName: "IEnumerable`1" or "IReadOnlyCollection`1" or "IReadOnlyList`1" or "IAsyncEnumerable`1" } named
            && named.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic"
                ? named.TypeArguments[0]
                : null;

    /// <summary>Whether a sequence that a batch takes is waited for.</summary>
    public static bool IsAsync(ITypeSymbol type) => type.MetadataName == "IAsyncEnumerable`1";

    /// <summary>Who is told how far a batch has come.</summary>
    public static bool IsProgress(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { MetadataName: "IProgress`1", TypeArguments.Length: 1 } progress
        && progress.TypeArguments[0].IsNamed("DynamoGen.BatchProgress");

    /// <summary>A filter that the call has put together.</summary>
    public static bool IsFilter(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { MetadataName: "ItemFilter`1", TypeArguments.Length: 1 } filter && filter.IsNamed("DynamoGen.ItemFilter`1");

    /// <summary>The number of parts that a table is scanned in.</summary>
    public static bool IsSegments(IParameterSymbol parameter) => parameter.Name == "segments" && parameter.Type.SpecialType == SpecialType.System_Int32;

    private static IParameterSymbol? Certain(IEnumerable<IParameterSymbol> parameters, string name, string property, Func<string, bool> isDouble)
    {
        var alike = parameters.Where(parameter => Same(parameter.Name, name, property, isDouble)).ToArray();
        return alike.FirstOrDefault(parameter => parameter.Name == name) ?? (alike.Length == 1 ? alike[0] : null);
    }

    private static bool Same(string parameter, string name, string property, Func<string, bool> isDouble) =>
        isDouble(property) ? parameter == name : Same(parameter, name);

    private static bool Same(string parameter, string name) => string.Equals(parameter, name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A bound of a range, as the names of parameters say it.</summary>
internal enum BoundSide
{
    /// <summary>The lowest value.</summary>
    From,

    /// <summary>The highest value.</summary>
    To,

    /// <summary>The highest value that is below all.</summary>
    After,

    /// <summary>The lowest value that is above all.</summary>
    Before,
}
