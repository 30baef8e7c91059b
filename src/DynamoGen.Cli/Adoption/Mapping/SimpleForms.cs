using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>The types that the context stores as one value.</summary>
internal static class SimpleForms
{
    private static readonly Dictionary<string, string> Integers = new(StringComparer.Ordinal)
    {
        ["Byte"] = "byte",
        ["SByte"] = "sbyte",
        ["Int16"] = "short",
        ["UInt16"] = "ushort",
        ["Int32"] = "int",
        ["UInt32"] = "uint",
        ["Int64"] = "long",
        ["UInt64"] = "ulong",
    };

    /// <param name="name">The type, by its name in C# or in .NET.</param>
    /// <param name="manner">How its class is stored.</param>
    /// <param name="types">The types that are written.</param>
    /// <returns>Its form, or null for another type.</returns>
    public static ValueForm? Of(string name, StorageManner manner, WrittenTypes types)
    {
        if (Integers.GetValueOrDefault(name, name) is var integer && Integers.ContainsValue(integer))
        {
            return new ValueForm(integer, ValueKind.Integer);
        }

        return name switch
        {
            "string" or "String" => new ValueForm("string", ValueKind.Text),
            "char" or "Char" => new ValueForm("char", ValueKind.Other),
            "bool" or "Boolean" => new ValueForm("bool", ValueKind.Boolean, manner.IsV1 ? $"Converter<{types.BooleanConverter()}>" : null),
            "Guid" => new ValueForm("Guid", ValueKind.Guid),
            "DateTime" => new ValueForm("DateTime", ValueKind.Instant),
            "DateOnly" => new ValueForm("DateOnly", ValueKind.Date),
            "float" or "Single" => new ValueForm("float", ValueKind.Decimal),
            "double" or "Double" => new ValueForm("double", ValueKind.Decimal),
            "decimal" or "Decimal" => new ValueForm("decimal", ValueKind.Decimal),
            "MemoryStream" => new ValueForm("byte[]", ValueKind.Other),
            _ => null,
        };
    }
}
