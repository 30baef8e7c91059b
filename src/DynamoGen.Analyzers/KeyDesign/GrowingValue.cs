using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// Recognises a property whose later values sort behind all earlier ones: the time at which something happened, an identifier that begins with one, and a
/// number that counts up. What is planned, or sorts the other way round, says so by its name.
/// </summary>
internal static class GrowingValue
{
    /// <summary>The standard formats in which instants sort as they follow each other.</summary>
    private const string SortableFormats = "Oosu";

    private static readonly string[] TimedIds = ["Ulid", "Ksuid"];

    /// <summary>How texts and numbers are called that are an instant.</summary>
    private static readonly Regex InstantName = new(
        "(Timestamp|TimeStamp|Ticks|Created(At|On|Date|Time|DateTime|Utc)?|Creation(Date|Time)"
            + "|(Updated|Modified|Inserted|Received|Ordered|Recorded|Sent)(At|On))$",
        RegexOptions.CultureInvariant);

    private static readonly Regex CountName = new("(Sequence(Number|No|Id)?|AutoIncrement(Id)?)$", RegexOptions.CultureInvariant);

    /// <summary>What does not follow the order in which items are written.</summary>
    private static readonly Regex OtherOrder = new(
        "Due|Expir|Birth|Born|(Start|End|Finish|Depart|Deliver|Renew)(?!ed)|(Arriv|Releas)(?!ed)|Begin|Until|Valid|Schedul|Plan|Deadline|Appointment|Remind"
            + "|Next|Expected|Estimated|Target|Effective|EventDate|Invert|Revers|Descend|Desc$|Negat|^From|^To$",
        RegexOptions.CultureInvariant);

    /// <param name="property">The first part of a sort key that varies.</param>
    /// <param name="format">The format in the key, or null.</param>
    public static bool Is(IPropertySymbol property, string? format)
    {
        var type = PropertyCardinality.WrittenType(property.Type);
        return !OtherOrder.IsMatch(property.Name)
            && !HasConverter(property)
            && (TimePeriod.IsInstant(type) ? IsSortable(type, format)
                : IsTimedId(property.Type)
                    || IsMadeOfTime(property)
                    || (IsNumber(type) && (InstantName.IsMatch(property.Name) || CountName.IsMatch(property.Name)))
                    || (type.SpecialType == SpecialType.System_String && IsTimedText(property)));
    }

    private static bool IsTimedId(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? IsTimedId(nullable.TypeArguments[0])
            : TimedIds.Contains(type.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the instant is written whole, the largest unit first.</summary>
    private static bool IsSortable(ITypeSymbol type, string? format) =>
        format is null or "unixSeconds" or "unixMilliseconds"
        || (format.Length == 1 ? SortableFormats.Contains(format) : format.StartsWith("yyyy", StringComparison.Ordinal) && IsWhole(type, format));

    private static bool IsWhole(ITypeSymbol type, string format) => TimePeriod.Of(type, format) is null or TimePeriod.Second;

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    private static bool IsTimedText(IPropertySymbol property) =>
        InstantName.IsMatch(property.Name) || TimedIds.Any(id => property.Name.EndsWith(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a new object gives itself an identifier such as <c>Guid.CreateVersion7()</c> or <c>Ulid.NewUlid()</c>.</summary>
    private static bool IsMadeOfTime(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: var value }
        && value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var method }
            && (method == "CreateVersion7" || TimedIds.Contains(owner.ToString().Split('.').Last(), StringComparer.OrdinalIgnoreCase)));

    /// <summary>A converter may write the value in any order.</summary>
    private static bool HasConverter(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute =>
            attribute.AttributeClass?.Name == "ConverterAttribute"
            || attribute.NamedArguments.Any(argument => argument.Key == "Converter")
            || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Type));
}
