using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Values;

/// <summary>Finds the types of attributes that a value is read from besides its own, and whether they fit it.</summary>
internal static class OtherTypes
{
    private const AttributeTypes All = AttributeTypes.Set | AttributeTypes.List | AttributeTypes.Number | AttributeTypes.Null;

    /// <summary>The types that a property names; none with a problem where they do not fit.</summary>
    public static AttributeTypes Parse(IPropertySymbol property, ValueModel value, DeclarationProblems problems) =>
        Parse(property.Mark(DeclarationAttributes.AlsoReads), property.Type, value, problems);

    /// <summary>The types that an upcaster's parameter names; none with a problem where they do not fit.</summary>
    public static AttributeTypes Parse(IParameterSymbol parameter, ValueModel value, DeclarationProblems problems) =>
        Parse(parameter.Attribute(DeclarationAttributes.AlsoReads), parameter.Type, value, problems);

    private static AttributeTypes Parse(AttributeData? attribute, ITypeSymbol type, ValueModel value, DeclarationProblems problems)
    {
        if (attribute is null)
        {
            return AttributeTypes.None;
        }

        var types = (AttributeTypes)(attribute.ConstructorArguments.FirstOrDefault().Value as int? ?? 0);
        if (Problem(types, value) is not { } problem)
        {
            return types;
        }

        problems.Add(DeclarationRule.StorageForm, attribute.Place(), type.ToDisplayString(), "AlsoReads", problem);
        return AttributeTypes.None;
    }

    private static string? Problem(AttributeTypes types, ValueModel value) =>
        types == AttributeTypes.None || (types & ~All) != 0 ? "it names no type"
        : types.HasFlag(AttributeTypes.Set) && OfSet(value.WithoutNull) is { } set ? set
        : types.HasFlag(AttributeTypes.List) && OfList(value.WithoutNull) is { } list ? list
        : types.HasFlag(AttributeTypes.Number) && value.WithoutNull is not ScalarValue { Kind: ScalarKind.Boolean } ? "a number is read as a bool alone"
        : types.HasFlag(AttributeTypes.Null) ? OfNull(value)
        : null;

    private static string? OfSet(ValueModel value) => value switch
    {
        ListValue { Element: NullableValue { IsReference: false } } => "a set has no elements that are null",
        ListValue list when QuotedValue.Is(list.Element.WithoutNull) => null,
        ListValue => "its elements are not each stored as one text, one number or bytes, as those of a set are",
        _ => "a set is read as a list alone",
    };

    private static string? OfList(ValueModel value) => value switch
    {
        SetValue set when QuotedValue.Descriptor(set.Element) == "B" => "bytes that are in a list twice would be two elements of the set",
        SetValue => null,
        _ => "a list is read as a set alone",
    };

    private static string? OfNull(ValueModel value) => value switch
    {
        NullableValue => "what may be null reads NULL as null without it",
        ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary or ScalarKind.Boolean } or ScalarValue { IsNumber: true } => null,
        ListValue or SetValue or DictionaryValue => null,
        _ => "it has no value that is empty, zero or false; let it be one that may be null",
    };
}
