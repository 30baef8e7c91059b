using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Declarations.Keys;

/// <summary>
/// Tells whether a part of a key is made of what is stored. Otherwise an item that was read has another key than it had when it was written, and a
/// put of it leaves two items.
/// </summary>
internal static class StoredParts
{
    /// <summary>Why a key cannot take the property, as the end of a sentence about its template; null where it can.</summary>
    public static string? Problem(KeyPart part, IPropertySymbol property, INamedTypeSymbol type, ObjectValue shape)
    {
        if (Member(part, shape) is { } stored)
        {
            return stored.AlsoReads == AttributeTypes.None ? Form(part, stored.Value.WithoutNull)
                : $"takes '{part.Text}', which [AlsoReads] reads from attributes of other types, while the key was made of another value";
        }

        return shape.Members.Any(member => member.IsKeyOnly && member.Property == property.Name) ? null
            : Unstored(property, type, shape, []) is not { } lost ? null
            : lost == property.Name
            ? $"takes '{property.Name}', which is not stored and would have another value once the item is read; store it, or compute it from what is stored"
            : $"takes '{property.Name}', which is computed from '{lost}', which is not stored and would have another value once the item is read";
    }

    private static string? Form(KeyPart part, ValueModel value) => value switch
    {
        ConvertedValue { Conversion: ConverterConversion converter } =>
            $"takes '{part.Text}' as it is, while its attribute has what '{converter.Name}' makes of it; "
                + "the two would differ, so take a property that is stored as it is",
        ConvertedValue { Conversion: EpochConversion { IsSeconds: true } } when part.Style == KeyPartStyle.UnixMilliseconds =>
            $"keeps '{part.Text}' in milliseconds, while it is stored in seconds; take unixSeconds",
        ConvertedValue { Conversion: EpochConversion or IsoMillisecondsConversion } converted when Digits(part) > Digits(converted) =>
            $"keeps '{part.Text}' more finely ({part.Format}) than the {(Digits(converted) == 0 ? "seconds" : "milliseconds")} in which it is stored; "
                + $"give it a format such as {(Digits(converted) == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : KeyPartTypes.MillisecondsFormat)}",
        ConvertedValue converted => Form(part, converted.Stored.WithoutNull),
        _ => null,
    };

    /// <summary>Whether a time in a key is kept more coarsely than its attribute keeps it, so that a bound of the one is none of the other.</summary>
    public static bool IsRounded(KeyPart part, ObjectValue? shape) =>
        Digits(part) is { } digits && digits < Digits(shape is null ? null : Member(part, shape)?.Value.WithoutNull);

    /// <summary>The member in which a part is stored; null where it is computed.</summary>
    public static MemberModel? Member(KeyPart part, ObjectValue shape) => NestedMembers.Stored(shape, part.PathText.Split('.'))?.Last();

    /// <summary>How many digits behind the second a key keeps of an instant; none below zero where it has no seconds, and null for other parts.</summary>
    private static int? Digits(KeyPart part) => part switch
    {
        { Style: KeyPartStyle.UnixSeconds } => 0,
        { Style: KeyPartStyle.UnixMilliseconds } => 3,
        { Kind: KeyPartKind.DateTime or KeyPartKind.DateTimeOffset or KeyPartKind.Time, Format: { } format } =>
            format.IndexOf("ss", StringComparison.Ordinal) < 0 ? -1 : format.Count(letter => letter == 'f'),
        _ => null,
    };

    /// <summary>How many digits behind the second an attribute keeps of an instant.</summary>
    private static int Digits(ValueModel? stored) => stored is ConvertedValue converted
        ? converted.Conversion switch
        {
            EpochConversion { IsSeconds: true } => 0,
            EpochConversion or IsoMillisecondsConversion => 3,
            _ => 7,
        }
        : 7;

    /// <summary>
    /// The property that keeps a value which is not stored: the property itself, or one that it is computed from. What computes its value by other
    /// means, as from a field that the constructor fills, is taken at its word.
    /// </summary>
    private static string? Unstored(IPropertySymbol property, INamedTypeSymbol type, ObjectValue shape, HashSet<string> seen)
    {
        if (!seen.Add(property.Name) || shape.Members.Any(member => member.Property == property.Name))
        {
            return null;
        }

        return property.SetMethod is not null || Accessors.IsAutomatic(property)
            ? property.Name
            : property.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
                .Where(IsOfThis)
                .SelectMany(name => Properties(type, name.Identifier.ValueText))
                .Select(used => Unstored(used, type, shape, seen))
                .FirstOrDefault(lost => lost is not null);
    }

    /// <summary>Whether a name stands alone or behind <c>this</c>, rather than for a member of something else.</summary>
    public static bool IsOfThis(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax,
        MemberBindingExpressionSyntax or NameColonSyntax or QualifiedNameSyntax => false,
        _ => true,
    };

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsStatic) is { } property)
            {
                return [property];
            }
        }

        return [];
    }
}
