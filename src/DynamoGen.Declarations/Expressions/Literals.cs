using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Makes values of literals: a number, a text in quotes, true or false.</summary>
internal static class Literals
{
    /// <exception cref="ExpressionException">The type has no such literal.</exception>
    public static ConstantValue Of(ExpressionToken token, ValueModel type)
    {
        var bare = type.WithoutNull;
        var stored = bare is ConvertedValue { Conversion: WrapperConversion { IsPlain: true } } wrapper ? wrapper.Stored : bare;
        return (token.Kind, stored) switch
        {
            (ExpressionTokenKind.Text, ScalarValue { Kind: ScalarKind.String }) => new ConstantValue(ConstantKind.Text, token.Text),
            (ExpressionTokenKind.Text, EnumValue { IsNumber: false } names) => new ConstantValue(ConstantKind.Text, StoredName(names, token.Text)),
            (ExpressionTokenKind.Number, ScalarValue { IsNumber: true }) => new ConstantValue(ConstantKind.Number, token.Text),
            (ExpressionTokenKind.Word, ScalarValue { Kind: ScalarKind.Boolean }) => new ConstantValue(ConstantKind.Boolean, token.Text.ToLowerInvariant()),
            _ => throw new ExpressionException($"compares or sets {TypeNames.Readable(bare.TypeName)} with the literal '{token.Text}'; take a parameter"),
        };
    }

    /// <summary>The name that an enum's member is stored by.</summary>
    /// <exception cref="ExpressionException">There is no such member.</exception>
    public static string StoredName(EnumValue type, string member) => type.Members.FirstOrDefault(candidate => candidate.Name == member)?.StoredName
        ?? throw new ExpressionException($"names '{member}', which is no member of {type.Name}");
}
