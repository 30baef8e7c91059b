using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis.CSharp;

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

    /// <summary>A literal as a C# expression of its type, for the keys that are built of it; null where there is none.</summary>
    public static string? Expression(ExpressionToken token, ValueModel type) => (token.Kind, type.WithoutNull) switch
    {
        (ExpressionTokenKind.Text, ScalarValue { Kind: ScalarKind.String }) => SymbolDisplay.FormatLiteral(token.Text, quote: true),
        (ExpressionTokenKind.Text, EnumValue { IsNumber: false } names)
            when names.Members.Any(member => member.Name == token.Text && member.UnspeakableNumber is null) =>
            $"{names.TypeName}.@{token.Text}",
        (ExpressionTokenKind.Number, ScalarValue { Kind: ScalarKind.Decimal }) when IsPlain(token.Text) => $"({token.Text}m)",
        (ExpressionTokenKind.Number, ScalarValue { IsNumber: true } number) when IsPlain(token.Text) && token.Text.IndexOf('.') < 0 =>
            $"(({number.Kind.TypeName()})({token.Text}))",
        (ExpressionTokenKind.Word, ScalarValue { Kind: ScalarKind.Boolean }) => token.Text.ToLowerInvariant(),
        _ => null,
    };

    private static bool IsPlain(string number) => number.All(letter => letter is (>= '0' and <= '9') or '.' or '-');

    /// <summary>The name that an enum's member is stored by.</summary>
    /// <exception cref="ExpressionException">There is no such member.</exception>
    public static string StoredName(EnumValue type, string member) => type.Members.FirstOrDefault(candidate => candidate.Name == member)?.StoredName
        ?? throw new ExpressionException($"names '{member}', which is no member of {type.Name}");
}
