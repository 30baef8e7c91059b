using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Parameters;

/// <summary>Tells what a parameter of an access pattern stands for, by its name and type.</summary>
internal static class PatternParameters
{
    public static bool IsCancellation(IParameterSymbol parameter) => parameter.Type.IsNamed("System.Threading.CancellationToken");

    public static bool IsLimit(IParameterSymbol parameter) => parameter.Name == "limit" && Bare(parameter.Type).SpecialType == SpecialType.System_Int32;

    public static bool IsCursor(IParameterSymbol parameter) => parameter.Name == "cursor" && parameter.Type.SpecialType == SpecialType.System_String;

    public static bool GivesValue(IParameterSymbol parameter, string property) => Same(parameter.Name, property);

    public static bool GivesLowerBound(IParameterSymbol parameter, string property) =>
        Same(parameter.Name, "from") || Same(parameter.Name, "from" + property) || Same(parameter.Name, property + "From");

    public static bool GivesUpperBound(IParameterSymbol parameter, string property) =>
        Same(parameter.Name, "to") || Same(parameter.Name, "to" + property) || Same(parameter.Name, property + "To");

    public static bool GivesBeginning(IParameterSymbol parameter, string property) =>
        Same(parameter.Name, "prefix") || Same(parameter.Name, property + "Prefix");

    /// <summary>The state of an item before a write of it.</summary>
    public static bool IsBefore(IParameterSymbol parameter) => parameter.Name == "before";

    public static bool GivesBefore(IParameterSymbol parameter, string property) => Same(parameter.Name, property + "Before");

    /// <summary>The type without <c>?</c>.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsNullable(IParameterSymbol parameter) =>
        parameter.Type.NullableAnnotation == NullableAnnotation.Annotated || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The number of parts that a table is scanned in.</summary>
    public static bool IsSegments(IParameterSymbol parameter) => parameter.Name == "segments" && parameter.Type.SpecialType == SpecialType.System_Int32;

    private static bool Same(string parameter, string property) => string.Equals(parameter, property, StringComparison.OrdinalIgnoreCase);
}
