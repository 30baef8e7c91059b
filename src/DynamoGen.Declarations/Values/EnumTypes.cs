using System.Globalization;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Reads an enum's members.</summary>
internal static class EnumTypes
{
    /// <param name="type">The enum.</param>
    /// <param name="entity">The entity that has values of it.</param>
    /// <param name="asNumber">Whether a property wants its numbers, whatever the enum itself says.</param>
    public static EnumValue Parse(INamedTypeSymbol type, INamedTypeSymbol entity, bool asNumber = false)
    {
        var values = new HashSet<object?>();
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => new EnumMember(field.Name, StoredName(field), IsAlias: !values.Add(field.ConstantValue), Unspeakable(field), IsZero(field))
            {
                Number = Number(field),
            })
            .ToArray();
        var isFlags = type.Has("System.FlagsAttribute");
        var underlying = type.EnumUnderlyingType is { } number ? ScalarTypes.KindOf(number) ?? ScalarKind.Int32 : ScalarKind.Int32;
        var isNumber = isFlags || asNumber || type.Has(DeclarationAttributes.EnumAsNumber);
        return new EnumValue(type.PlainName(), type.Name, underlying, isFlags, isNumber,
            new EquatableArray<EnumMember>(members))
        { Reach = Visibility.ReachOf(type, entity) };
    }

    /// <summary>What is wrong with the names that the members are stored by, as the end of a sentence.</summary>
    public static string? Problem(EnumValue type)
    {
        if (type.IsNumber)
        {
            return null;
        }

        if (type.Members.FirstOrDefault(member => member.StoredName.Length == 0 || !WellFormedText.IsWellFormed(member.StoredName)) is { } bad)
        {
            return $"the [EnumName] of '{type.Name}.{bad.Name}' is empty or holds half of a surrogate pair";
        }

        var twice = type.Members.GroupBy(member => member.StoredName).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? null : $"'{type.Name}.{twice.First().Name}' and '{type.Name}.{twice.Last().Name}' would be stored by one name";
    }

    private static string StoredName(IFieldSymbol field) =>
        field.Attribute(DeclarationAttributes.EnumName) is { } attribute ? attribute.Text(0) ?? string.Empty : field.Name;

    private static decimal Number(IFieldSymbol field) => Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture);

    private static bool IsZero(IFieldSymbol field) => Number(field) == 0;

    private static decimal? Unspeakable(IFieldSymbol field) => field.IsRefused() ? Number(field) : null;
}
