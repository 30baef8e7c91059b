using DynamoGen.Generator.Model;

namespace DynamoGen.Generator.Emission;

/// <summary>What generated code must know of a value's C# type.</summary>
internal static class ValueTypes
{
    /// <summary>The type as it is declared, with its nullable annotation.</summary>
    public static string CSharp(ValueModel value) => value is NullableValue nullable ? nullable.Inner.TypeName + "?" : value.TypeName;

    public static bool IsReference(ValueModel value) => value switch
    {
        ScalarValue scalar => scalar.Kind is ScalarKind.String or ScalarKind.Binary,
        EnumValue => false,
        ListValue list => list.Kind != ListKind.ImmutableArray,
        ObjectValue type => !type.IsValueType,
        NullableValue nullable => IsReference(nullable.Inner),
        _ => true,
    };

    /// <summary>The type descriptor of the stored value, for errors.</summary>
    public static string Descriptor(ValueModel value) => value switch
    {
        ScalarValue { Kind: ScalarKind.Number } => "N",
        ScalarValue { Kind: ScalarKind.Boolean } => "BOOL",
        ScalarValue { Kind: ScalarKind.Binary } => "B",
        EnumValue { IsFlags: true } => "N",
        ListValue => "L",
        SetValue set => Descriptor(set.Element) + "S",
        DictionaryValue or ObjectValue => "M",
        NullableValue nullable => Descriptor(nullable.Inner),
        _ => "S",
    };

    /// <summary>An empty collection of the type.</summary>
    public static string Empty(ValueModel value) => value switch
    {
        ListValue { Kind: ListKind.Array } list => $"global::System.Array.Empty<{CSharp(list.Element)}>()",
        ListValue { Kind: ListKind.ImmutableArray } list => $"global::System.Collections.Immutable.ImmutableArray<{CSharp(list.Element)}>.Empty",
        ListValue list => $"new global::System.Collections.Generic.List<{CSharp(list.Element)}>()",
        SetValue set => $"new global::System.Collections.Generic.HashSet<{set.Element.TypeName}>()",
        DictionaryValue dictionary => $"new global::System.Collections.Generic.Dictionary<string, {CSharp(dictionary.Value)}>()",
        _ => "default",
    };
}
