using DynamoGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator.Parsing;

/// <summary>Reads an enum's members.</summary>
internal static class EnumTypes
{
    public static EnumValue Parse(INamedTypeSymbol type)
    {
        var values = new HashSet<object?>();
        var members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => new EnumMember(field.Name, IsAlias: !values.Add(field.ConstantValue), field.IsRefused() ? Convert.ToString(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture) : null))
            .ToArray();
        var isFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");
        var underlying = type.EnumUnderlyingType?.PlainName() ?? "int";
        return new EnumValue(type.PlainName(), type.Name, underlying, isFlags, new EquatableArray<EnumMember>(members));
    }
}
