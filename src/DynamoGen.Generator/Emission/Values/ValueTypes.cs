using DynamoGen.Declarations.Values;

namespace DynamoGen.Generator.Emission.Values;

/// <summary>What generated code must know of a value's C# type.</summary>
internal static class ValueTypes
{
    private const string Generic = "global::System.Collections.Generic";
    private const string Immutable = "global::System.Collections.Immutable";
    private const string Frozen = "global::System.Collections.Frozen";

    /// <summary>The type as it is declared, with its nullable annotation.</summary>
    public static string CSharp(ValueModel value) => value is NullableValue nullable ? nullable.Inner.TypeName + "?" : value.TypeName;

    /// <summary>What a value is where its attribute is absent and that means nothing else: an empty collection or text, or the type's default.</summary>
    public static string Empty(ValueModel value) => value switch
    {
        ScalarValue { Kind: ScalarKind.String } => "\"\"",
        ScalarValue { Kind: ScalarKind.Binary } => "global::System.Array.Empty<byte>()",
        ListValue { Kind: ListKind.Array } list => $"global::System.Array.Empty<{CSharp(list.Element)}>()",
        ListValue { Kind: ListKind.ImmutableArray } list => $"{Immutable}.ImmutableArray<{CSharp(list.Element)}>.Empty",
        ListValue { Kind: ListKind.ImmutableList } list => $"{Immutable}.ImmutableList<{CSharp(list.Element)}>.Empty",
        ListValue or SetValue { Kind: SetKind.HashSet or SetKind.SortedSet }
            or DictionaryValue { Kind: DictionaryKind.Dictionary or DictionaryKind.SortedDictionary } => Filled(value),
        SetValue set => $"{SetNamespace(set.Kind)}.{set.Kind}<{CSharp(set.Element)}>.Empty",
        DictionaryValue dictionary => $"{DictionaryNamespace(dictionary.Kind)}.{dictionary.Kind}<{CSharp(dictionary.Key)}, {CSharp(dictionary.Value)}>.Empty",
        _ => "default",
    };

    /// <summary>A new collection that is empty.</summary>
    private static string Filled(ValueModel value) => value switch
    {
        ListValue list => $"new {Generic}.List<{CSharp(list.Element)}>()",
        SetValue set => $"new {Generic}.{(set.Kind == SetKind.SortedSet ? "SortedSet" : "HashSet")}<{CSharp(set.Element)}>()",
        DictionaryValue dictionary =>
            $"new {Generic}.{(dictionary.Kind == DictionaryKind.SortedDictionary ? "SortedDictionary" : "Dictionary")}<{CSharp(dictionary.Key)}, "
                + $"{CSharp(dictionary.Value)}>()",
        _ => throw new ArgumentException("The value is no collection.", nameof(value)),
    };

    /// <summary>A condition that is true for the default that <c>[OmitDefault]</c> leaves out, and for an empty set.</summary>
    public static string IsDefault(ValueModel value, string expression) => value switch
    {
        ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary } or ListValue { Kind: ListKind.Array } => $"{expression} is {{ Length: 0 }}",
        ListValue { Kind: ListKind.ImmutableArray } => $"{expression}.IsDefaultOrEmpty",
        ListValue or DictionaryValue or SetValue => $"{expression} is {{ Count: 0 }}",
        ScalarValue or EnumValue => $"{expression} == default({value.TypeName})",
        _ => $"{Generic}.EqualityComparer<{value.TypeName}>.Default.Equals({expression}, default)",
    };

    /// <summary>How a value compares with the default of its type, as a number below, of or above zero.</summary>
    public static string CompareToDefault(ValueModel value, string expression) => value switch
    {
        ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary } => $"{expression}.Length",
        EnumValue => $"{Generic}.Comparer<{value.TypeName}>.Default.Compare({expression}, default)",
        _ => $"{expression}.CompareTo(default({value.TypeName}))",
    };

    /// <summary>A condition that is false for the default that <c>[OmitDefault]</c> leaves out.</summary>
    public static string IsNotDefault(ValueModel value, string expression) => value switch
    {
        ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary } or ListValue { Kind: ListKind.Array } => $"{expression} is not {{ Length: 0 }}",
        ListValue { Kind: ListKind.ImmutableArray } => $"!{expression}.IsDefaultOrEmpty",
        ListValue or DictionaryValue or SetValue => $"{expression} is not {{ Count: 0 }}",
        ScalarValue or EnumValue => $"{expression} != default({value.TypeName})",
        _ => $"!{Generic}.EqualityComparer<{value.TypeName}>.Default.Equals({expression}, default)",
    };

    private static string SetNamespace(SetKind kind) => kind == SetKind.FrozenSet ? Frozen : Immutable;

    private static string DictionaryNamespace(DictionaryKind kind) => kind == DictionaryKind.FrozenDictionary ? Frozen : Immutable;
}
